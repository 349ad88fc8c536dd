//! Ending early: somebody asks for it (Ctrl-C, SIGTERM, a program), the running statement is cancelled, and whoever runs
//! steps asks before the next one. What is rolled back then is decided where steps are run.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often to look whether somebody wants an end.
const TICK: Duration = Duration::from_millis(20);
/// How often to ask the server again: a request that comes between two statements is lost.
const AGAIN: Duration = Duration::from_millis(300);

/// The wish to end early. Clones share it.
#[derive(Clone)]
pub struct Interrupt {
    shared: Arc<Shared>,
}

struct Shared {
    asked: AtomicBool,
    running: AtomicBool,
    exposed: AtomicBool,
    cancel: Box<dyn Fn() + Send + Sync>,
}

impl std::fmt::Debug for Interrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interrupt").field("asked", &self.asked()).finish()
    }
}

impl Interrupt {
    /// Nobody wants it yet. `cancel` asks the server to stop what runs.
    pub fn new(cancel: impl Fn() + Send + Sync + 'static) -> Self {
        let no = || AtomicBool::new(false);
        let shared = Shared { asked: no(), running: no(), exposed: no(), cancel: Box::new(cancel) };
        Interrupt { shared: Arc::new(shared) }
    }

    /// Whether somebody wants an end.
    pub fn asked(&self) -> bool {
        self.shared.asked.load(Ordering::SeqCst)
    }

    /// Asks for an end, and has the server stop what runs. Gives back when nothing runs any more.
    pub fn ask(&self) {
        self.shared.asked.store(true, Ordering::SeqCst);
        let mut last: Option<Instant> = None;
        while self.shared.running.load(Ordering::SeqCst) {
            if last.is_none_or(|last| last.elapsed() > AGAIN) {
                (self.shared.cancel)();
                last = Some(Instant::now());
            }
            std::thread::sleep(TICK);
        }
    }

    /// Does something that may be cancelled on the server.
    pub fn during<T>(&self, work: impl FnOnce() -> T) -> T {
        self.shared.running.store(true, Ordering::SeqCst);
        let done = work();
        self.shared.running.store(false, Ordering::SeqCst);
        done
    }

    /// Does something that a signal may end together with the process, such as waiting for an answer.
    pub fn exposed<T>(&self, work: impl FnOnce() -> T) -> T {
        self.shared.exposed.store(true, Ordering::SeqCst);
        let done = work();
        self.shared.exposed.store(false, Ordering::SeqCst);
        done
    }

    /// Waits; gives back at once, and `false`, when somebody wants an end.
    pub fn sleep(&self, time: Duration) -> bool {
        let until = Instant::now() + time;
        while Instant::now() < until {
            if self.asked() {
                return false;
            }
            std::thread::sleep(TICK.min(until.saturating_duration_since(Instant::now())));
        }
        !self.asked()
    }

    /// Has Ctrl-C and SIGTERM ask for an end; a second one ends the process as if nobody had listened.
    ///
    /// # Errors
    /// The system does not let us listen.
    pub fn listen(&self) -> std::io::Result<()> {
        use signal_hook::consts::{SIGINT, SIGTERM};
        let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM])?;
        let shared = self.clone();
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if shared.asked() || shared.shared.exposed.load(Ordering::SeqCst) {
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                    continue;
                }
                let asking = shared.clone();
                // Beside the listening, so that the second signal is heard while the first is being obeyed.
                shared.shared.asked.store(true, Ordering::SeqCst);
                std::thread::spawn(move || asking.ask());
            }
        });
        Ok(())
    }
}
