//! One use of each thing that core/clippy.toml bans. Only clippy reads this file, and it must refuse every line.

pub type A = std::collections::HashMap<u8, u8>;
pub type B = std::collections::HashSet<u8>;
pub type C = std::time::Instant;
pub type D = std::time::SystemTime;
pub type E = std::fs::File;
pub type F = std::fs::OpenOptions;
pub type G = std::net::TcpStream;
pub type H = std::net::TcpListener;
pub type I = std::net::UdpSocket;
pub type J = std::process::Command;
pub type K = std::thread::JoinHandle<()>;

pub fn probe() {
    let _ = std::fs::read("");
    let _ = std::fs::read_to_string("");
    let _ = std::fs::read_dir("");
    let _ = std::fs::write("", "");
    let _ = std::fs::create_dir_all("");
    let _ = std::fs::remove_file("");
    let _ = std::fs::metadata("");
    let _ = std::env::var("");
    let _ = std::env::var_os("");
    let _ = std::env::vars();
    let _ = std::env::args();
    let _ = std::env::current_dir();
    let _ = std::io::stdin();
    let _ = std::io::stdout();
    let _ = std::io::stderr();
    let _ = std::thread::spawn(|| ());
    std::thread::sleep(std::time::Duration::ZERO);
    std::process::exit(0);
}
