//! Pictures as grids of grey levels that people can read in a diff, and that do not depend on how a machine draws
//! letters.

use std::{fmt::Write, io::Cursor};

/// Cells per row; a cell is a square.
const COLUMNS: usize = 12;
/// The maximum difference in height between a picture and its model, as a fraction.
const HEIGHT: f64 = 0.08;
/// The maximum difference of cells, of 15: on average, and in the worst row.
const MEAN: f64 = 0.8;
const ROW: f64 = 3.0;

/// Grey by pixel, 0 to 1, row by row.
pub struct Picture {
    width: usize,
    height: usize,
    grey: Vec<f64>,
}

impl Picture {
    pub fn read(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a browser writes PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a picture fits into memory")];
        let frame = reader.next_frame(&mut pixels).expect("a picture has a frame");
        let samples = frame.color_type.samples();
        let grey = |pixel: &[u8]| {
            let channel = |at: usize| f64::from(pixel[at.min(samples - 2)]) / 255.0;
            0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
        };
        let grey = pixels[..frame.buffer_size()].chunks_exact(samples).map(grey).collect();
        Self { width: frame.width as usize, height: frame.height as usize, grey }
    }

    /// As rows of hexadecimal digits, 0 for black.
    pub fn grid(&self, rows: Option<usize>) -> String {
        let rows = rows.unwrap_or((self.height * COLUMNS).div_ceil(self.width));
        let mut grid = String::new();
        for row in 0..rows {
            for column in 0..COLUMNS {
                let part =
                    |at: usize, of: usize, all: usize| at * all / of..((at + 1) * all / of).max(at * all / of + 1);
                let (ys, xs) = (part(row, rows, self.height), part(column, COLUMNS, self.width));
                let count = ys.len() * xs.len();
                let sum: f64 =
                    ys.flat_map(|y| xs.clone().map(move |x| (x, y))).map(|(x, y)| self.grey[y * self.width + x]).sum();
                let _ = write!(grid, "{:x}", (sum / count as f64 * 15.0).round() as u8);
            }
            grid.push('\n');
        }
        grid
    }

    /// How the picture differs from this model, if it does.
    pub fn unlike(&self, model: &str) -> Option<String> {
        let rows = model.lines().count();
        let height = rows as f64 * self.width as f64 / COLUMNS as f64;
        let cell = self.width as f64 / COLUMNS as f64;
        if (self.height as f64 - height).abs() > HEIGHT * height + cell {
            return Some(format!("{} pixels high, its model has about {height:.0}", self.height));
        }
        let grid = self.grid(Some(rows));
        let off = |(a, b): (&str, &str)| {
            let digit = |it: char| it.to_digit(16).unwrap_or(0);
            let off: u32 = a.chars().zip(b.chars()).map(|(a, b)| digit(a).abs_diff(digit(b))).sum();
            f64::from(off) / COLUMNS as f64
        };
        let off: Vec<_> = grid.lines().zip(model.lines()).map(off).collect();
        let mean = off.iter().sum::<f64>() / off.len().max(1) as f64;
        let worst = off.iter().copied().fold(0.0, f64::max);
        (mean > MEAN || worst > ROW).then(|| format!("off by {mean:.2} of 15, in the worst row by {worst:.1}:\n{grid}"))
    }
}
