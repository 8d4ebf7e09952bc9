//! Icons: what `icons/` draws as SVG, rendered to the files that Windows, macOS and Linux want.
//!
//! `icons/icon.svg` is the app's icon; a size that has a drawing of its own, such as `icons/icon-16.svg`, uses that.
//! `icons/tray/<grid>.svg` is a sheet of the tray's four faces on a grid of whole pixels, rendered once and at
//! double size. Everything lands in `icons/rendered/`, which is committed: building the app needs none of this. How
//! the tray's faces get their colour and progress at run time is no concern of this module.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::{
    failure::{Done, Failure},
    places,
};

/// The PNGs of the app's icon: file name and pixels. The names are those that Tauri and Linux's icon themes use.
const PNGS: [(&str, u32); 8] = [
    ("16x16.png", 16),
    ("32x32.png", 32),
    ("48x48.png", 48),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("256x256.png", 256),
    ("512x512.png", 512),
];

/// The sizes in `icon.ico`: what Windows shows in title bars, lists, the taskbar and folders at 100 to 400 %.
const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];

/// The entries of `icon.icns`: type and pixels, per Apple's list of icon types that hold a PNG.
const ICNS: [(&[u8; 4], u32); 8] = [
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// The plate is 480 of `icon.svg`'s 512; on macOS it is to be 824 of 1024, with air for the Dock's shadow around.
const MACOS_SCALE: f32 = (824.0 / 1024.0) / (480.0 / 512.0);

/// The grids of the tray's sheets, in pixels: macOS 18; Windows 16, 20 and 24; Linux panels 16, 22 and 24.
const TRAY_GRIDS: [u32; 5] = [16, 18, 20, 22, 24];

/// The faces on a sheet, side by side: idle, focus, break, paused.
const TRAY_FACES: u32 = 4;

/// `cargo xtask icons [--check]`: writes `icons/rendered/`, or says what in it differs from the sources.
///
/// # Errors
/// A source that is missing or no SVG, a file that can't be written, and with `--check` a file that differs.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let icons = places::root().join("icons");
    match arguments {
        [] => write(&icons),
        [only] if only == "--check" => check(&icons),
        _ => Err(Failure::new("icons takes no argument but --check", "`cargo xtask icons [--check]`")),
    }
}

fn write(icons: &Path) -> Done {
    for file in rendered(icons)? {
        let folder = file.path.parent().unwrap_or(icons);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file.path, &file.bytes))
            .map_err(|error| Failure::new(format!("cannot write {}: {error}", file.path.display()), ""))?;
        println!("{} ({} bytes)", file.path.display(), file.bytes.len());
    }
    Ok(())
}

fn check(icons: &Path) -> Done {
    let stale: Vec<String> = rendered(icons)?
        .iter()
        .filter(|file| fs::read(&file.path).ok().as_ref() != Some(&file.bytes))
        .map(|file| file.path.display().to_string())
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("not what icons/*.svg gives: {}", stale.join(", ")),
        "run `cargo xtask icons` and commit icons/rendered",
    ))
}

/// A file under `icons/rendered/` and what belongs in it.
struct File {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Every file under `icons/rendered/`, in memory.
fn rendered(icons: &Path) -> Result<Vec<File>, Failure> {
    let folder = icons.join("rendered");
    let mut files = Vec::new();
    for (name, size) in PNGS {
        files.push(File { path: folder.join(name), bytes: png(&app_icon(icons, size)?)? });
    }
    files.push(File { path: folder.join("icon.ico"), bytes: ico(icons)? });
    files.push(File { path: folder.join("icon.icns"), bytes: icns(icons)? });
    for grid in TRAY_GRIDS {
        let sheet = source(&icons.join(format!("tray/{grid}.svg")))?;
        for size in [grid, 2 * grid] {
            let drawn = draw(&sheet, TRAY_FACES * size, size, 1.0)?;
            files.push(File { path: folder.join(format!("tray/{size}.png")), bytes: png(&drawn)? });
        }
    }
    Ok(files)
}

/// The app's icon at `size` pixels, from that size's own drawing where there is one.
fn app_icon(icons: &Path, size: u32) -> Result<Pixmap, Failure> {
    let own = icons.join(format!("icon-{size}.svg"));
    let path = if own.exists() { own } else { icons.join("icon.svg") };
    draw(&source(&path)?, size, size, 1.0)
}

fn source(path: &Path) -> Result<Tree, Failure> {
    let fail = |error: String| Failure::new(format!("{}: {error}", path.display()), "it must be an SVG file");
    let text = fs::read(path).map_err(|error| fail(error.to_string()))?;
    Tree::from_data(&text, &Options::default()).map_err(|error| fail(error.to_string()))
}

/// The drawing stretched over `width` by `height` pixels, then scaled about the middle.
fn draw(tree: &Tree, width: u32, height: u32, scale: f32) -> Result<Pixmap, Failure> {
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| Failure::new(format!("a picture cannot be {width} by {height} pixels"), ""))?;
    let (w, h) = (width as f32, height as f32);
    let place = Transform::from_translate(w * (1.0 - scale) / 2.0, h * (1.0 - scale) / 2.0)
        .pre_scale(scale * w / tree.size().width(), scale * h / tree.size().height());
    resvg::render(tree, place, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The pixels as straight RGBA, eight bits each: what every format here takes.
fn rgba(pixmap: &Pixmap) -> Vec<u8> {
    let straight = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    };
    pixmap.pixels().iter().flat_map(straight).collect()
}

fn png(pixmap: &Pixmap) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder
        .write_header()
        .and_then(|mut writer| {
            writer.write_image_data(&rgba(pixmap))?;
            writer.finish()
        })
        .map_err(|error| Failure::new(format!("cannot encode a PNG: {error}"), ""))?;
    Ok(bytes)
}

/// Windows' container. The largest entry is a PNG and the others bitmaps, as Windows' own tools expect.
fn ico(icons: &Path) -> Result<Vec<u8>, Failure> {
    let fail = |error: std::io::Error| Failure::new(format!("cannot encode icon.ico: {error}"), "");
    let mut container = ico::IconDir::new(ico::ResourceType::Icon);
    for size in ICO {
        let image = ico::IconImage::from_rgba_data(size, size, rgba(&app_icon(icons, size)?));
        let entry = if size == 256 {
            ico::IconDirEntry::encode_as_png(&image)
        } else {
            ico::IconDirEntry::encode_as_bmp(&image)
        };
        container.add_entry(entry.map_err(fail)?);
    }
    let mut bytes = Vec::new();
    container.write(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// macOS's container: `icns`, the whole length, then each entry as its type, its length with these eight bytes, a PNG.
fn icns(icons: &Path) -> Result<Vec<u8>, Failure> {
    let length = |bytes: usize| {
        u32::try_from(bytes + 8).map_err(|_| Failure::new("icon.icns would be larger than 4 GB", ""))
    };
    let tree = source(&icons.join("icon.svg"))?;
    let mut entries = Vec::new();
    for (kind, size) in ICNS {
        let picture = png(&draw(&tree, size, size, MACOS_SCALE)?)?;
        entries.extend_from_slice(kind);
        entries.extend_from_slice(&length(picture.len())?.to_be_bytes());
        entries.extend_from_slice(&picture);
    }
    let mut bytes = b"icns".to_vec();
    bytes.extend_from_slice(&length(entries.len())?.to_be_bytes());
    bytes.extend_from_slice(&entries);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn icons() -> PathBuf {
        places::root().join("icons")
    }

    #[test]
    fn the_committed_files_are_what_the_sources_give() {
        check(&icons()).unwrap_or_else(|failure| panic!("{failure}"));
    }

    #[test]
    fn a_missing_source_is_named() {
        let failure = check(Path::new("nowhere")).unwrap_err().to_string();
        assert!(failure.contains("icon.svg"), "{failure}");
    }

    #[test]
    fn the_windows_icon_holds_every_size_with_the_largest_as_png() {
        let container = ico::IconDir::read(std::io::Cursor::new(ico(&icons()).unwrap())).unwrap();
        let held: Vec<(u32, bool)> = container.entries().iter().map(|e| (e.width(), e.is_png())).collect();
        assert_eq!(held, ICO.map(|size| (size, size == 256)));
    }

    #[test]
    fn the_macos_icon_is_a_chain_of_entries_that_ends_where_the_file_does() {
        let bytes = icns(&icons()).unwrap();
        let length = |at: usize| u32::from_be_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
        assert_eq!((&bytes[..4], length(0)), (&b"icns"[..], bytes.len()));
        let mut at = 8;
        for (kind, size) in ICNS {
            assert_eq!(&bytes[at..at + 4], kind);
            let picture = png::Decoder::new(std::io::Cursor::new(&bytes[at + 8..at + length(at)]));
            assert_eq!(picture.read_info().unwrap().info().width, size);
            at += length(at);
        }
        assert_eq!(at, bytes.len());
    }
}
