//! Small square matrices in row-major order.

use crate::numeric::dot;

/// A square matrix.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Square {
    pub(super) size: usize,
    pub(super) cells: Vec<f64>,
}

/// A Cholesky factor L: lower triangular, with L times its transpose equal to the matrix.
pub(super) struct Cholesky(Square);

impl Square {
    pub(super) fn new(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub(super) fn of(size: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..size * size).map(|at| cell(at / size, at % size)).collect();
        Self { size, cells }
    }

    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.size..][..self.size]
    }

    /// The matrix times a vector.
    pub(super) fn mul_vec(&self, column: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| dot(self.row(row), column)).collect()
    }

    /// The Cholesky factor of a covariance. Pivots that rounding made zero or negative become 1e-12.
    pub(super) fn cholesky(&self) -> Cholesky {
        let n = self.size;
        let mut cholesky = Self::new(n);
        for i in 0..n {
            for j in 0..=i {
                let sum = self.cells[i * n + j] - dot(&cholesky.row(i)[..j], &cholesky.row(j)[..j]);
                cholesky.cells[i * n + j] =
                    if i == j { sum.max(1e-12).sqrt() } else { sum / cholesky.cells[j * n + j] };
            }
        }
        Cholesky(cholesky)
    }
}

impl Cholesky {
    /// The logarithm of the factor's determinant.
    pub(super) fn log(&self) -> f64 {
        (0..self.0.size).map(|at| libm::log(self.0.row(at)[at])).sum()
    }

    /// The factor times a vector.
    pub(super) fn mul_vec(&self, column: &[f64]) -> Vec<f64> {
        (0..self.0.size).map(|row| dot(&self.0.row(row)[..=row], column)).collect()
    }

    /// Solves L x = b (forward substitution).
    pub(super) fn solve(&self, column: &[f64]) -> Vec<f64> {
        let mut solved: Vec<f64> = Vec::with_capacity(column.len());
        for (row, value) in column.iter().enumerate() {
            let known = dot(&self.0.row(row)[..row], &solved);
            solved.push((value - known) / self.0.row(row)[row]);
        }
        solved
    }

    /// The same for many vectors at once; each list is a row.
    pub(super) fn solve_all(&self, rows: &mut [Vec<f64>]) {
        for at in 0..rows.len() {
            let (solved, rest) = rows.split_at_mut(at);
            let Some(row) = rest.first_mut() else { return };
            let own = self.0.row(at);
            for (known, times) in solved.iter().zip(own) {
                row.iter_mut().zip(known).for_each(|(it, known)| *it -= times * known);
            }
            row.iter_mut().for_each(|it| *it /= own[at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_make_the_whole() {
        let whole = Square { size: 3, cells: vec![4.0, 2.0, 0.4, 2.0, 3.0, 0.5, 0.4, 0.5, 1.0] };
        let column = [1.0, -2.0, 0.5];
        let cholesky = whole.cholesky();
        let solved = cholesky.solve(&column);
        let back = cholesky.mul_vec(&solved);
        column.iter().zip(back).for_each(|(a, b)| assert!((a - b).abs() < 1e-12));
    }
}
