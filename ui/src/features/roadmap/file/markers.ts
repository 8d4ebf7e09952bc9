/** The two comments between which a progress section is written, each in its line. */
export const MARKERS = '<!-- waymark:progress -->\n<!-- /waymark:progress -->'
