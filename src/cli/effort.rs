//! Options of long-running work: seed, time limit, and a progress bar on standard error if it is a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::lab::Stage;

#[derive(clap::Args)]
pub(super) struct Effort {
    /// The seed of the random numbers; the same seed gives the same figures
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// The time limit; figures that need longer are reported as not measured
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    limit: Duration,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "not a number of seconds".to_owned();
    text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).ok_or_else(wrong)
}

impl Effort {
    /// Runs `work`, which calls back at intervals to ask whether to continue.
    pub(super) fn spend<T>(&self, work: impl FnOnce(&mut dyn FnMut(Stage) -> bool) -> T) -> T {
        const STEPS: u64 = 1000;
        let style = ProgressStyle::with_template("{msg:24} {bar:30} {percent:>3} %");
        let bar = ProgressBar::new(STEPS).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let start = Instant::now();
        let done = work(&mut |stage| {
            bar.set_message(stage.name);
            bar.set_position((stage.done.clamp(0.0, 1.0) * STEPS as f64) as u64);
            start.elapsed() < self.limit.mul_f64(stage.until)
        });
        bar.finish_and_clear();
        done
    }
}
