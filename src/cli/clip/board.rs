//! The clipboard: of Windows, macOS, X11 and Wayland alike.

use anyhow::bail;
use arboard::{Clipboard, Error};
use zeroize::Zeroizing;

/// The clipboard of the screen that the program runs on.
pub struct Board(Clipboard);

impl Board {
    /// Finds it.
    ///
    /// # Errors
    /// When there is no screen, or no way to its clipboard.
    pub fn open() -> anyhow::Result<Board> {
        match Clipboard::new() {
            Ok(clipboard) => Ok(Board(clipboard)),
            Err(_) => bail!(
                "there is no clipboard here: safepaste reaches no screen{}\nhelp: run it in a window of your desktop, \
                 not over the network; or give the text to safepaste by a file or a pipe",
                unset()
            ),
        }
    }

    /// The text that was copied; none where nothing was, or no text.
    ///
    /// # Errors
    /// When another program holds the clipboard, or the screen is gone.
    pub fn text(&mut self) -> anyhow::Result<Option<Zeroizing<String>>> {
        match self.0.get_text() {
            Ok(text) => Ok(Some(Zeroizing::new(text)).filter(|text| !text.is_empty())),
            Err(Error::ContentNotAvailable) => Ok(None),
            Err(_) => bail!("the clipboard cannot be read\nhelp: copy the text again, and try again"),
        }
    }

    /// Puts a text there, to stay when the program is done. A `secret` one is kept out of clipboard histories.
    ///
    /// # Errors
    /// When the clipboard does not take it.
    pub fn put(&mut self, text: &str, secret: bool) -> anyhow::Result<()> {
        if self.hand_over(text, secret).is_err() || self.text()?.is_none_or(|held| *held != text) {
            bail!("the clipboard did not take the text, and may hold what was there before\nhelp: try again");
        }
        Ok(())
    }

    #[cfg(any(windows, target_os = "macos"))]
    fn hand_over(&mut self, text: &str, secret: bool) -> anyhow::Result<()> {
        #[cfg(target_os = "macos")]
        use arboard::SetExtApple;
        let set = self.0.set();
        #[cfg(windows)]
        let set = if secret { arboard::SetExtWindows::exclude_from_monitoring(set) } else { set };
        #[cfg(target_os = "macos")]
        let set = if secret { set.exclude_from_history() } else { set };
        Ok(set.text(text)?)
    }

    /// On X11 and Wayland a text is gone with the program that put it there, so another run of this one holds it.
    #[cfg(not(any(windows, target_os = "macos")))]
    fn hand_over(&mut self, text: &str, secret: bool) -> anyhow::Result<()> {
        use std::io::Write;
        use std::process::{Command, Stdio};
        use std::time::{Duration, Instant};
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["clip", "hold"]).args(secret.then_some("--secret"));
        command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // What ends this program from the keyboard does not end that one.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if self.text().is_ok_and(|held| held.is_some_and(|held| *held == text)) {
                return Ok(());
            }
            if child.try_wait()?.is_some_and(|status| !status.success()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the text was not taken over")
    }
}

/// How long the clipboard may take to show what was put there.
#[cfg(not(any(windows, target_os = "macos")))]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// Which variables would name the screen, where none does.
fn unset() -> &'static str {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let wanted = cfg!(not(any(windows, target_os = "macos"))) && !set("DISPLAY") && !set("WAYLAND_DISPLAY");
    if wanted { " (neither DISPLAY nor WAYLAND_DISPLAY is set)" } else { "" }
}

/// How long the holder of a text waits before it looks whether something else was copied.
#[cfg(not(any(windows, target_os = "macos")))]
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

/// Holds a text from standard input on the clipboard until something else is copied, or the screen is gone.
#[cfg(not(any(windows, target_os = "macos")))]
pub fn hold(secret: bool) -> anyhow::Result<()> {
    use arboard::SetExtLinux;
    let text = Zeroizing::new(std::io::read_to_string(std::io::stdin())?);
    let mut board = Board(Clipboard::new()?);
    let set = board.0.set();
    let set = if secret { set.exclude_from_history() } else { set };
    set.text(text.as_str())?;
    // Waiting for the end of the screen is more than the crate's own way of waiting does.
    while board.text().is_ok_and(|held| held.is_some_and(|held| held == text)) {
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

/// Other systems hold the text themselves.
#[cfg(any(windows, target_os = "macos"))]
pub fn hold(_secret: bool) -> anyhow::Result<()> {
    Ok(())
}
