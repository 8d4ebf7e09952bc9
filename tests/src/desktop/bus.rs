//! A session bus of the test's own. It starts no service by itself: a name exists only if a test owns it.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use zbus::blocking::Connection;

/// No folder of services, so nothing is activated behind the test's back.
const CONFIGURATION: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A running session bus. It ends when this is dropped.
#[derive(Debug)]
pub(super) struct Bus {
    daemon: Child,
    address: String,
    // Holds the configuration and the socket.
    _folder: TempDir,
}

impl Bus {
    pub(super) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let configuration = folder.path().join("bus.conf");
        fs::write(&configuration, CONFIGURATION).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address=1", "--config-file"])
            .arg(&configuration)
            .arg(format!("--address=unix:dir={}", folder.path().display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let printed = daemon.stdout.take().unwrap();
        BufReader::new(printed).read_line(&mut address).unwrap();
        Self { daemon, address: address.trim().to_owned(), _folder: folder }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn end(&mut self) {
        // It may have ended by itself, which is as good.
        let _ended = self.daemon.kill().and_then(|()| self.daemon.wait());
    }

    /// What everybody on the bus listens to.
    pub(super) fn match_rules(&self, connection: &Connection) -> Vec<String> {
        let bus = "org.freedesktop.DBus";
        let answer = connection
            .call_method(
                Some(bus),
                "/org/freedesktop/DBus",
                Some("org.freedesktop.DBus.Debug.Stats"),
                "GetAllMatchRules",
                &(),
            )
            .expect("a bus that tells who listens to what");
        let rules: HashMap<String, Vec<String>> = answer.body().deserialize().unwrap();
        rules.into_values().flatten().collect()
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.end();
    }
}
