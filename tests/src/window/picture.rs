//! A photograph of the page as it is now. The driver hands out what was last put on the screen, which on a busy machine
//! may be older than what the page says by then; so the page's last pixel is given a colour first, and a photograph
//! counts once it has that colour.

use super::Window;
use crate::patiently;
use base64::Engine;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Cursor};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};

/// Colours the last pixel and waits until that was drawn; without a colour it is left as it was.
const MARK: &str = "const [colour, done] = arguments
    let mark = document.getElementById('mark-of-the-tests')
    if (!colour) {
      mark.remove()
      return done()
    }
    mark ??= document.body.appendChild(document.createElement('div'))
    mark.id = 'mark-of-the-tests'
    mark.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; z-index: 2147483647'
    mark.style.background = colour
    requestAnimationFrame(() => requestAnimationFrame(() => done()))";

/// Another one for each photograph.
static NEXT: AtomicU8 = AtomicU8::new(0);

impl Window {
    /// Photographs the page into a PNG file.
    #[track_caller]
    pub fn photograph(&self, to: &Path) {
        let colour = [255, NEXT.fetch_add(1, Ordering::Relaxed), 254];
        let [red, green, blue] = colour;
        self.mark(json!(format!("rgb({red} {green} {blue})")));
        let mut picture = patiently("a picture of the page as it is now", || {
            let picture = Picture::read(&self.driver.get("/screenshot").ok()?);
            (picture.last_pixel().get(..3)? == colour).then_some(picture)
        });
        self.mark(Value::Null);
        picture.blend_last_pixel();
        picture.write(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    }

    fn mark(&self, colour: Value) {
        self.driver.post("/execute/async", json!({"script": MARK, "args": [colour]})).unwrap();
    }
}

/// A decoded PNG.
struct Picture {
    width: u32,
    height: u32,
    colour: png::ColorType,
    bytes: Vec<u8>,
}

impl Picture {
    /// Reads what the driver sends.
    fn read(sent: &Value) -> Self {
        let file = base64::prelude::BASE64_STANDARD.decode(sent.as_str().unwrap()).unwrap();
        let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let png::OutputInfo { width, height, color_type: colour, .. } =
            reader.next_frame(&mut bytes).unwrap();
        Self { width, height, colour, bytes }
    }

    fn last_pixel(&self) -> &[u8] {
        &self.bytes[self.bytes.len() - self.colour.samples()..]
    }

    /// Gives the last pixel its neighbour's colour.
    fn blend_last_pixel(&mut self) {
        let (end, size) = (self.bytes.len(), self.colour.samples());
        self.bytes.copy_within(end - 2 * size..end - size, end - size);
    }

    fn write(&self, to: &Path) -> Result<(), png::EncodingError> {
        let mut encoder = png::Encoder::new(BufWriter::new(File::create(to)?), self.width, self.height);
        encoder.set_color(self.colour);
        encoder.write_header()?.write_image_data(&self.bytes)
    }
}
