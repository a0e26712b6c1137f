//! Input and output: files, and the standard streams for the name `-`. Output is atomic: a file is written completely
//! or not at all.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::{Failure, stopped};
use crate::config::{Finding, Kind, Path as Way, Problem, limits};

/// The largest file that the command line reads, in bytes.
const LARGEST: u64 = limits::AUTHORS_BYTES as u64;

/// The destination of a generated file.
#[derive(clap::Args)]
pub(super) struct Output {
    /// Write to this file instead of the terminal; after an error the file is unchanged
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The same for a config that can replace its source.
#[derive(clap::Args)]
pub(super) struct Placed {
    #[command(flatten)]
    output: Output,
    /// Overwrite the config itself
    #[arg(short, long, conflicts_with = "output")]
    in_place: bool,
}

/// Output in pieces; a file appears at its path only when it is complete.
pub(super) enum Stream {
    Standard(io::StdoutLock<'static>),
    File(PathBuf, atomic_write_file::AtomicWriteFile),
}

impl Stream {
    pub(super) fn done(self) -> Result<(), Failure> {
        match self {
            Self::Standard(_) => Ok(()),
            Self::File(path, file) => file.commit().map_err(|error| unwritten(&path, &error)),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(it) => it.write(bytes),
            Self::File(_, it) => it.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(it) => it.flush(),
            Self::File(_, it) => it.flush(),
        }
    }
}

impl Output {
    /// Opens the destination for output in pieces.
    pub(super) fn stream(&self) -> Result<Stream, Failure> {
        match &self.output {
            Some(path) if path != Path::new("-") => {
                let file = atomic_write_file::AtomicWriteFile::open(path).map_err(|error| unwritten(path, &error))?;
                Ok(Stream::File(path.clone(), file))
            }
            _ => Ok(Stream::Standard(io::stdout().lock())),
        }
    }

    /// The file extension.
    pub(super) fn ending(&self) -> &str {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|it| it.to_str());
        ending.unwrap_or_default()
    }

    /// Prints or writes the bytes.
    pub(super) fn put(&self, bytes: &[u8]) -> Result<(), Failure> {
        match &self.output {
            Some(path) if path != Path::new("-") => write(path, bytes),
            _ => {
                let mut output = io::stdout().lock();
                output.write_all(bytes).and_then(|()| output.flush()).or_else(|error| stopped(&error))
            }
        }
    }
}

impl Placed {
    /// Whether the config itself is overwritten; then the new config must be playable.
    pub(super) fn replaces(&self) -> bool {
        self.in_place
    }

    /// Prints or writes a text that was made from a file.
    pub(super) fn put(&self, path: &Path, text: &str) -> Result<(), Failure> {
        if !self.in_place {
            return self.output.put(text.as_bytes());
        }
        if path == Path::new("-") {
            return Err(Failure::misuse("`--in-place` needs a file, not `-`; use `--output FILE`"));
        }
        // A UTF-16 file remains UTF-16.
        let mark: Vec<u8> = read_bytes(path)?.into_iter().take(2).collect();
        let units = || text.trim_start_matches('\u{feff}').encode_utf16();
        let bytes = match mark.as_slice() {
            [0xff, 0xfe] => [mark, units().flat_map(u16::to_le_bytes).collect()].concat(),
            [0xfe, 0xff] => [mark, units().flat_map(u16::to_be_bytes).collect()].concat(),
            _ => text.as_bytes().to_vec(),
        };
        write(path, &bytes)
    }
}

/// Writes a temporary file next to the target, and renames it when it is complete.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let put = || {
        let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
        file.write_all(bytes)?;
        file.commit()
    };
    put().map_err(|error: io::Error| unwritten(path, &error))
}

fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format_args!("`{}` can't be written: {error}", path.display()))
}

/// Rejects two inputs from standard input, which can be read only once.
pub(super) fn apart((one, path): (&str, &Path), (other, second): (&str, &Path)) -> Result<(), Failure> {
    match path == Path::new("-") && second == Path::new("-") {
        true => Err(Failure::misuse(format_args!(
            "{one} and {other} are both `-`, but only one can come from standard input; name a file for the other"
        ))),
        false => Ok(()),
    }
}

/// Reads a text.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let bytes = read_bytes(path)?;
    text_of(&bytes).map_err(|problem| Failure::new(format_args!("`{}`: {}", path.display(), problem.kind)))
}

/// Reads a config or a translation; a failure is returned as a problem.
pub(super) fn read_checked(path: &Path) -> Result<String, Problem> {
    let kind = |words: String| Kind::Found(Finding::UnreadableFile { words });
    text_of(&bytes_of(path).map_err(|words| Problem::error(Way::default(), kind(words)))?)
}

/// Reads a file up to the size limit, or standard input.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    bytes_of(path).map_err(|words| Failure::new(format_args!("`{}`: {words}", path.display())))
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let input: Box<dyn Read> = match path == Path::new("-") {
        true => Box::new(io::stdin().lock()),
        false => Box::new(fs::File::open(path).map_err(|error| error.to_string())?),
    };
    input.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("the file is larger than the limit of {LARGEST} bytes"));
    }
    Ok(bytes)
}

/// Decodes UTF-8, or UTF-16 with a byte order mark, as browsers do.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Problem> {
    let units = |read: fn([u8; 2]) -> u16| bytes[2..].chunks_exact(2).map(move |pair| read([pair[0], pair[1]]));
    let text = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] if bytes.len() % 2 == 1 => None,
        [0xff, 0xfe, ..] => String::from_utf16(&units(u16::from_le_bytes).collect::<Vec<_>>()).ok(),
        [0xfe, 0xff, ..] => String::from_utf16(&units(u16::from_be_bytes).collect::<Vec<_>>()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    text.ok_or_else(|| Problem::error(Way::default(), Kind::Found(not_utf8(bytes))))
}

/// Recognises file types that are not text.
fn not_utf8(bytes: &[u8]) -> Finding {
    let is = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            Some("this is a Word, Excel or zip file; in Word choose Save as, Plain text, and the encoding UTF-8")
        }
        [b'%', b'P', b'D', b'F', ..] => Some("this is a PDF, not a quiz; give the quiz's `.json` file"),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Some("this is a picture, not a quiz; give the quiz's `.json` file")
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            Some("this file is UTF-16 that is cut off or broken; in your editor choose Save as and the encoding UTF-8")
        }
        _ if bytes.iter().take(64).filter(|it| **it == 0).count() > 8 => {
            Some("this file is not in UTF-8, or not text; in your editor choose Save as and the encoding UTF-8")
        }
        _ => None,
    };
    let valid = String::from_utf8_lossy(bytes);
    let good = valid.split('\u{fffd}').next().unwrap_or_default();
    Finding::NotUtf8 { is, line: good.matches('\n').count() + 1, before: tail(good) }
}

/// The last characters of a text, to show where it broke off.
fn tail(text: &str) -> String {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let from = line.char_indices().rev().take(20).last().map_or(0, |(at, _)| at);
    line[from..].to_owned()
}
