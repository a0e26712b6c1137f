//! One call of the command line, in a folder of its own, and the quiz that most calls use.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

use expect_test::{Expect, expect};

pub const QUIZ: &str = include_str!("../fixtures/cli/quiz.json");

pub const HEADER: &str = "hour,likes,depth,flour\n";

pub fn rows(rows: &str) -> String {
    HEADER.to_owned() + rows
}

/// One call: its input, then its expected output.
pub struct Test {
    pub folder: PathBuf,
    pub arguments: Vec<String>,
    pub stdin: Vec<u8>,
    pub stdout: Option<Expect>,
    pub stderr: Expect,
    pub status: i32,
    pub is_kept: bool,
}

impl Test {
    /// The arguments, split at spaces, in an empty folder.
    pub fn run(arguments: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let arguments = arguments.split(' ').map(str::to_owned).collect();
        Self {
            folder,
            arguments,
            stdin: Vec::new(),
            stdout: Some(expect![""]),
            stderr: expect![""],
            status: 0,
            is_kept: false,
        }
    }

    /// Adds a file.
    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.join(name), text).expect("a file can be written");
        self
    }

    /// Adds `quiz.json`.
    pub fn quiz(self) -> Self {
        self.file("quiz.json", QUIZ)
    }

    /// Adds `quiz.json` with one change.
    pub fn quiz_but(self, from: &str, to: &str) -> Self {
        assert_eq!(QUIZ.matches(from).count(), 1, "{from}");
        self.file("quiz.json", QUIZ.replace(from, to))
    }

    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        self.stdin = text.as_ref().to_owned();
        self
    }

    pub fn says(mut self, stdout: Expect) -> Self {
        self.stdout = Some(stdout);
        self
    }

    /// Accepts any output.
    pub fn says_anything(mut self) -> Self {
        self.stdout = None;
        self
    }

    pub fn warns(mut self, stderr: Expect) -> Self {
        self.stderr = stderr;
        self
    }

    pub fn fails(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// Keeps the folder afterwards.
    pub fn kept(mut self) -> Self {
        self.is_kept = true;
        self
    }

    /// Runs the call, compares, and returns its output.
    pub fn done(self) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_career-matcher"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command line starts");
        // A program may end without reading its input, as in a shell.
        let _ = child.stdin.take().expect("a pipe").write_all(&self.stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("it ends");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        let (stdout, stderr) = (text(stdout), text(stderr));
        self.stderr.assert_eq(&stderr);
        if let Some(expected) = self.stdout {
            expected.assert_eq(&stdout);
        }
        assert_eq!(status.code(), Some(self.status), "{stdout}{stderr}");
        if !self.is_kept {
            fs::remove_dir_all(&self.folder).expect("a folder can be removed");
        }
        stdout
    }
}
