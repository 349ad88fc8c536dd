//! Between a client and a throwaway server: passes on what they say and counts how often the client waits for an answer,
//! which is what a distant server costs.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The name of the socket of a server on the usual port.
const SOCKET: &str = ".s.PGSQL.5432";

/// What was counted.
#[derive(Debug, Default)]
struct Counts {
    turns: AtomicUsize,
    connections: AtomicUsize,
    /// Whether it was the client who spoke last.
    asked: AtomicBool,
}

/// A socket that leads to a server's.
#[derive(Debug)]
pub struct Counter {
    folder: PathBuf,
    counts: Arc<Counts>,
}

impl Counter {
    /// Listens in a folder for clients of the server whose socket is in another.
    pub fn new(folder: &Path, server: &Path) -> Self {
        let listener = UnixListener::bind(folder.join(SOCKET)).expect("a socket");
        let counts = Arc::new(Counts::default());
        let (server, counted) = (server.join(SOCKET), counts.clone());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                counted.connections.fetch_add(1, Ordering::Relaxed);
                let server = UnixStream::connect(&server).expect("the server listens");
                let (back, there) =
                    (client.try_clone().expect("a socket"), server.try_clone().expect("a socket"));
                let (asking, answering) = (counted.clone(), counted.clone());
                std::thread::spawn(move || pass(client, server, &asking, true));
                std::thread::spawn(move || pass(there, back, &answering, false));
            }
        });
        Counter { folder: folder.to_owned(), counts }
    }

    /// The URL of a database behind it.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    /// How often a client waited since this was asked last, and on how many connections.
    pub fn taken(&self) -> (usize, usize) {
        let take = |count: &AtomicUsize| count.swap(0, Ordering::Relaxed);
        (take(&self.counts.turns), take(&self.counts.connections))
    }
}

/// Passes bytes on until there are no more. A client that speaks after the server has spoken begins another turn.
fn pass(mut from: UnixStream, mut to: UnixStream, counts: &Counts, asks: bool) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        let before = counts.asked.swap(asks, Ordering::Relaxed);
        if asks && !before {
            counts.turns.fetch_add(1, Ordering::Relaxed);
        }
        if to.write_all(&bytes[..length]).is_err() {
            break;
        }
    }
    drop(to.shutdown(std::net::Shutdown::Write));
}
