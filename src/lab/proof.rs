//! Proofs of reach by linear and integer programming.
//!
//! The linear program finds the weights of rivals that minimise the bound of [`Hunt::bound_by`]. The bound itself is
//! computed here, so the solver's rounding cannot make a proof wrong. The integer program finds the answers with the
//! largest lead; its proof holds within the solver's tolerance.

use microlp::{
    ComparisonOp::{Eq, Ge, Le},
    OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable,
};

use super::{branches::FreeCard, hunt::Hunt};

/// Search nodes between two calls of the budget, and the largest number of calls.
const NODES: u64 = 20;
const SLICES: usize = 200;
/// The error tolerance of the integer program.
const SLACK: f64 = 1e-7;

/// The lowest bound over all weights of rivals.
pub(super) fn relaxed(hunt: &mut Hunt) {
    if hunt.rivals.is_empty() {
        return;
    }
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let branch = hunt.branch;
    // The part of a weighted rival's lead that no free card can change.
    let ahead = |cells: &[f64], rival: usize| cells[hunt.career] - cells[rival];
    let weights: Vec<Variable> = {
        let fixed = |rival: usize| ahead(&branch.fixed, rival) + branch.handicap(hunt.career, rival);
        hunt.rivals.iter().map(|rival| problem.add_var(fixed(*rival), (0.0, 1.0))).collect()
    };
    problem.add_constraint(weights.iter().map(|it| (*it, 1.0)), Eq, 1.0);
    let minus = |cells: &[f64], sign: f64| -> Vec<(Variable, f64)> {
        let terms = weights.iter().zip(&hunt.rivals).map(|(weight, rival)| (*weight, sign * ahead(cells, *rival)));
        terms.filter(|(_, cell)| *cell != 0.0).collect()
    };
    for free in &branch.free_cards {
        let any = (f64::NEG_INFINITY, f64::INFINITY);
        let worth = problem.add_var(1.0, any);
        if let Some(neutral) = &free.neutral {
            problem.add_constraint([vec![(worth, 1.0)], minus(neutral, -1.0)].concat(), Ge, 0.0);
        }
        let one = |row: usize| free.picks == (1, 1) || free.is_alone(row);
        for (_, gains) in free.rows.iter().zip(&free.gains).filter(|(row, _)| one(**row)) {
            let cells: Vec<_> = gains.iter().zip(&free.empty).map(|(gain, empty)| gain + empty).collect();
            problem.add_constraint([vec![(worth, 1.0)], minus(&cells, -1.0)].concat(), Ge, 0.0);
        }
        if free.rows.iter().all(|row| one(*row)) {
            continue;
        }
        // The best `min` to `max` rows in dual form: each row pays its excess over a price.
        let (most, least) = (problem.add_var(0.0, (0.0, f64::INFINITY)), problem.add_var(0.0, (0.0, f64::INFINITY)));
        let (min, max) = (free.picks.0 as f64, free.picks.1 as f64);
        let mut sum = vec![(worth, 1.0), (most, -max), (least, min)];
        for (_, gains) in free.rows.iter().zip(&free.gains).filter(|(row, _)| !one(**row)) {
            let above = problem.add_var(0.0, (0.0, f64::INFINITY));
            problem.add_constraint(
                [vec![(above, 1.0), (most, 1.0), (least, -1.0)], minus(gains, -1.0)].concat(),
                Ge,
                0.0,
            );
            sum.push((above, -1.0));
        }
        problem.add_constraint([sum, minus(&free.empty, -1.0)].concat(), Ge, 0.0);
    }
    let Ok(SolveOutcome::Solution(solution)) = problem.solve() else { return };
    let mut by_career = vec![0.0; branch.fixed.len()];
    for (weight, rival) in weights.iter().zip(&hunt.rivals) {
        by_career[*rival] = solution.var_value(*weight).max(0.0);
    }
    let all: f64 = by_career.iter().sum();
    if all > 0.0 {
        by_career.iter_mut().for_each(|weight| *weight /= all);
        let picks = hunt.bound_by(&by_career);
        hunt.offer(&picks);
        hunt.climb();
    }
}

/// The answers with the largest lead, solved in slices.
pub(super) fn whole(hunt: &mut Hunt, go: &mut dyn FnMut() -> bool) {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    // The search range excludes values below the best answers found and above the bound proved.
    let range = (hunt.margin.max(-1e9) - 10.0 * SLACK, hunt.bound.min(1e9) + 10.0 * SLACK);
    let lead = problem.add_var(1.0, range);
    let free_cards: Vec<_> = hunt.branch.free_cards.iter().map(|free| vars(&mut problem, free)).collect();
    for rival in &hunt.rivals {
        let ahead = |cells: &[f64]| cells[hunt.career] - cells[*rival];
        let mut terms = vec![(lead, -1.0)];
        let mut fixed = ahead(&hunt.branch.fixed) + hunt.branch.handicap(hunt.career, *rival);
        for (free, (rows, not_sure)) in hunt.branch.free_cards.iter().zip(&free_cards) {
            let empty = ahead(&free.empty);
            fixed += empty;
            terms.extend(rows.iter().zip(&free.gains).map(|(row, gains)| (*row, ahead(gains))));
            if let (Some(not_sure), Some(cells)) = (not_sure, &free.neutral) {
                terms.push((*not_sure, ahead(cells) - empty));
            }
        }
        terms.retain(|(_, cell)| *cell != 0.0);
        problem.add_constraint(terms, Ge, -fixed);
    }
    if hunt.branch.says_nothing {
        let counting = hunt.branch.free_cards.iter().zip(&free_cards).filter(|(free, _)| free.counts);
        let rows = counting.flat_map(|(_, (rows, _))| rows.iter().map(|row| (*row, 1.0)));
        problem.add_constraint(rows, Ge, 1.0);
    }
    let mut options = SolveOptions::default();
    (options.node_limit, options.mip_gap) = (Some(NODES), 0.0);
    let mut outcome = problem.solve_with(options);
    for _ in 0..SLICES {
        let Ok(found) = outcome else { return };
        if let Some(solution) = found.solution() {
            let picks = hunt.branch.free_cards.iter().zip(&free_cards).map(|(free, (rows, not_sure))| {
                if not_sure.is_some_and(|it| solution.var_value(it) > 0.5) {
                    return 0;
                }
                let picked = free.rows.iter().zip(rows).filter(|(_, var)| solution.var_value(**var) > 0.5);
                picked.fold(0u64, |bits, (row, _)| bits | 1 << row)
            });
            hunt.offer(&picks.collect::<Vec<_>>());
            if found.is_optimal() {
                let proved = solution.objective();
                // At the threshold itself the answers found are more precise than the solver's last digits.
                let near = (proved - hunt.margin).abs() <= SLACK;
                hunt.bound = hunt.bound.min(if near { hunt.margin } else { proved + SLACK });
                return;
            }
        }
        if hunt.is_decided() || !go() {
            return;
        }
        outcome = found.resume();
    }
}

/// A variable for each row of a free card, and one for "not sure".
fn vars(problem: &mut Problem, free: &FreeCard) -> (Vec<Variable>, Option<Variable>) {
    let rows: Vec<_> = free.rows.iter().map(|_| problem.add_binary_var(0.0)).collect();
    let not_sure = free.neutral.is_some().then(|| problem.add_binary_var(0.0));
    let (min, max) = (free.picks.0 as f64, free.picks.1 as f64);
    // An exclusive row counts as the maximum number of picks, and so does "not sure".
    let alone = free.rows.iter().zip(&rows).filter(|(row, _)| free.is_alone(**row)).map(|(_, var)| *var);
    let alone: Vec<_> = alone.chain(not_sure).collect();
    let together: Vec<_> = rows.iter().copied().filter(|var| !alone.contains(var)).collect();
    let sum = |weight: f64| {
        let alone = alone.iter().map(|var| (*var, weight));
        together.iter().map(|row| (*row, 1.0)).chain(alone).collect::<Vec<_>>()
    };
    if together.is_empty() {
        problem.add_constraint(sum(1.0), Eq, 1.0);
    } else if min == max {
        problem.add_constraint(sum(min), Eq, min);
    } else {
        problem.add_constraint(sum(min), Ge, min);
        problem.add_constraint(sum(max), Le, max);
    }
    if max > 1.0 {
        for alone in &alone {
            together.iter().for_each(|row| problem.add_constraint([(*row, 1.0), (*alone, 1.0)], Le, 1.0));
        }
    }
    (rows, not_sure)
}
