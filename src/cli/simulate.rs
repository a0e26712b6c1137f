//! `simulate`: a simulated interview of each visitor in a file, compared with the result of all answers.
//!
//! Rows are printed one by one; the summary comes last (`summary.rs`).

mod summary;

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    thread,
};

use clap::ValueEnum;

use super::{
    Done, Format,
    answers::Rows,
    files::apart,
    outputs::{line, simulate as outputs},
    quiz, stopped,
};
use crate::{
    config::{
        Asking,
        model::{Order, Stop},
    },
    lab::{Calibrated, Interview, interview},
    matcher::Answers,
    quiz::Quiz,
};

/// The number of rows to read before they are played.
const AT_ONCE: usize = 256;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The config, or `-` for standard input
    config: PathBuf,
    /// Answers in CSV, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// The order of the cards; default: as in the config
    #[arg(long)]
    order: Option<OrderName>,
    /// When to stop; default: as in the config
    #[arg(long)]
    stop: Option<StopName>,
    /// Stop `confident`: how likely the first place must be to stay first, above 0 to 1
    #[arg(long, value_parser = share)]
    confidence: Option<f64>,
    /// The minimum number of cards to ask before a stop
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    min: Option<u32>,
    /// The maximum number of cards to ask
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    /// How many careers to list for each row; default: all
    #[arg(long)]
    top: Option<usize>,
    /// `json`: one line per visitor, then the summary; `text`: only the summary, for people
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The seed of the order `shuffled`, which differs for each row; the same seed gives the same orders
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, ValueEnum)]
enum OrderName {
    Fixed,
    #[value(alias = "random")]
    Shuffled,
    Adaptive,
}

#[derive(Clone, Copy, ValueEnum)]
enum StopName {
    None,
    Certain,
    Confident,
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse::<f64>().ok().filter(|share| *share > 0.0 && *share <= 1.0);
    share.ok_or_else(|| "write a number above 0 and up to 1, such as 0.9".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Done {
    apart(("the config", &arguments.config), ("the answers", &arguments.answers))?;
    let Some(quiz) = quiz(&arguments.config)? else { return Ok(false) };
    let quiz = Quiz::new(quiz.config().asked_by(asking(*quiz.config().asking(), arguments)));
    let mut rows = Rows::open(&arguments.answers, &quiz, None)?;
    let mut output = BufWriter::new(io::stdout().lock());
    let mut sum = Calibrated::default();
    let (mut fine, mut row, mut over) = (true, 0, false);
    while !over {
        let mut visitors = Vec::with_capacity(AT_ONCE);
        while visitors.len() < AT_ONCE && !over {
            match rows.next(&quiz) {
                Some(Ok(answers)) => visitors.push((row, answers)),
                Some(Err(words)) => {
                    fine = false;
                    eprintln!("error: {words}");
                }
                None => over = true,
            }
            row += 1;
        }
        for (row, told) in interviews(&quiz, &visitors, arguments.seed) {
            sum.add(&told);
            if arguments.format == Format::Json
                && let Err(error) = writeln!(output, "{}", line(&self::output(&quiz, row, &told, arguments.top)))
            {
                return stopped(&error).map(|()| true);
            }
        }
    }
    let summary = match arguments.format {
        Format::Json => format!("{}\n", line(&summary::output(&quiz, &sum))),
        Format::Text => summary::text(&quiz, &sum),
    };
    write!(output, "{summary}")
        .and_then(|()| output.flush())
        .or_else(|error| stopped(&error))
        .map(|()| fine)
}

/// Interviews by row, on as many threads as there are processors, in the order of the rows.
fn interviews(quiz: &Quiz, visitors: &[(u64, Answers)], seed: u64) -> Vec<(u64, Interview)> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let ask = |(row, answers): &(u64, Answers)| (*row, interview(quiz, answers, seed.wrapping_add(*row)));
    thread::scope(|scope| {
        let parts = visitors.chunks(visitors.len().div_ceil(threads).max(1));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || part.iter().map(ask).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|it| it.join().expect("an interview does not panic")).collect()
    })
}

/// The config's settings, with the arguments' overrides.
fn asking(config: Asking, arguments: &Arguments) -> Asking {
    let order = arguments.order.map(|order| match order {
        OrderName::Fixed => Order::Fixed,
        OrderName::Shuffled => Order::Shuffled,
        OrderName::Adaptive => Order::Adaptive,
    });
    let stop = arguments.stop.map(|stop| match stop {
        StopName::None => Stop::None,
        StopName::Certain => Stop::Certain,
        StopName::Confident => Stop::Confident,
    });
    let max = arguments.max.map_or(config.max, |max| max as usize);
    Asking {
        order: order.unwrap_or(config.order),
        stop: stop.unwrap_or(config.stop),
        confidence: arguments.confidence.unwrap_or(config.confidence),
        min: arguments.min.map_or(config.min, |min| min as usize).min(max),
        max,
        ..config
    }
}

fn output<'a>(quiz: &'a Quiz, row: u64, told: &Interview, top: Option<usize>) -> outputs::Simulate<'a> {
    let cards = quiz.config().cards();
    let ids = |ranking: &[usize]| {
        let ranking = &ranking[..top.unwrap_or(ranking.len()).min(ranking.len())];
        ranking.iter().map(|career| quiz.config().careers()[*career].id.as_str()).collect()
    };
    outputs::Simulate::Row(outputs::Row {
        row,
        asked: told.asked.iter().map(|card| cards[*card].id.as_str()).collect(),
        confidence: told.confidence,
        ranking_ids: ids(&told.ranking),
        full_ranking_ids: ids(&told.full),
        ties: outputs::Ties { early: told.level.0 > 1, full: told.level.1 > 1 },
        agrees: told.agrees,
    })
}
