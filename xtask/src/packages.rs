//! What Waymark needs of a Linux system, and what each package manager calls it. Knows names only: finding out what
//! is missing and installing it is in `system`.

/// Something the system provides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    CCompiler,
    PkgConfig,
    WebKit,
    AppIndicator,
    Rsvg,
    Alsa,
    Xvfb,
    Openbox,
    DBus,
    Ps,
    WebDriver,
}

/// What it takes to build the app and to open its window.
pub(crate) const TO_RUN: &[Part] =
    &[Part::CCompiler, Part::PkgConfig, Part::WebKit, Part::AppIndicator, Part::Rsvg, Part::Alsa];

/// What a private desktop is made of.
pub(crate) const TO_PRETEND: &[Part] = &[Part::Xvfb, Part::Openbox, Part::DBus];

/// What the window's tests need besides, to press its buttons and to look at its processes.
pub(crate) const TO_DRIVE: &[Part] = &[Part::WebDriver, Part::Ps];

/// How one sees that a part is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A program of this name is on the search path.
    Program(&'static str),
    /// pkg-config knows this library.
    Library(&'static str),
}

impl Part {
    /// What it is, in a word or two.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::CCompiler => "C compiler",
            Self::PkgConfig => "pkg-config",
            Self::WebKit => "WebKitGTK 4.1, which shows the window",
            Self::AppIndicator => "Ayatana AppIndicator, which shows the tray icon",
            Self::Rsvg => "librsvg, which draws icons",
            Self::Alsa => "ALSA, which plays sounds",
            Self::Xvfb => "Xvfb, a screen in memory",
            Self::Openbox => "Openbox, a window manager",
            Self::DBus => "D-Bus daemon",
            Self::Ps => "ps",
            Self::WebDriver => "WebKitWebDriver, which presses the window's buttons",
        }
    }

    /// How one sees that it is here.
    pub(crate) fn sign(self) -> Sign {
        match self {
            Self::CCompiler => Sign::Program("cc"),
            Self::PkgConfig => Sign::Program("pkg-config"),
            Self::WebKit => Sign::Library("webkit2gtk-4.1"),
            Self::AppIndicator => Sign::Library("ayatana-appindicator3-0.1"),
            Self::Rsvg => Sign::Library("librsvg-2.0"),
            Self::Alsa => Sign::Library("alsa"),
            Self::Xvfb => Sign::Program("Xvfb"),
            Self::Openbox => Sign::Program("openbox"),
            Self::DBus => Sign::Program("dbus-daemon"),
            Self::Ps => Sign::Program("ps"),
            Self::WebDriver => Sign::Program("WebKitWebDriver"),
        }
    }

    /// What to ask a package manager for, or `None` where it has no such package.
    ///
    /// dnf and zypper install by capability too, so there the sign itself is the name wherever it can be: it holds in
    /// every release of those systems.
    pub(crate) fn package(self, manager: Manager) -> Option<&'static str> {
        use Manager::{Apt, Dnf, Pacman, Zypper};
        let name = match (self, manager) {
            (Self::CCompiler, Apt) => "build-essential",
            (Self::CCompiler, _) => "gcc",
            (Self::PkgConfig, Apt) => "pkg-config",
            (Self::PkgConfig, Dnf | Zypper) => "/usr/bin/pkg-config",
            (Self::PkgConfig, Pacman) => "pkgconf",
            (Self::WebKit, Apt) => "libwebkit2gtk-4.1-dev",
            (Self::WebKit, Dnf | Zypper) => "pkgconfig(webkit2gtk-4.1)",
            (Self::WebKit, Pacman) => "webkit2gtk-4.1",
            (Self::AppIndicator, Apt) => "libayatana-appindicator3-dev",
            (Self::AppIndicator, Dnf | Zypper) => "pkgconfig(ayatana-appindicator3-0.1)",
            (Self::AppIndicator, Pacman) => "libayatana-appindicator",
            (Self::Rsvg, Apt) => "librsvg2-dev",
            (Self::Rsvg, Dnf | Zypper) => "pkgconfig(librsvg-2.0)",
            (Self::Rsvg, Pacman) => "librsvg",
            (Self::Alsa, Apt) => "libasound2-dev",
            (Self::Alsa, Dnf | Zypper) => "pkgconfig(alsa)",
            (Self::Alsa, Pacman) => "alsa-lib",
            (Self::Xvfb, Apt) => "xvfb",
            (Self::Xvfb, Dnf | Zypper) => "/usr/bin/Xvfb",
            (Self::Xvfb, Pacman) => "xorg-server-xvfb",
            (Self::Openbox, _) => "openbox",
            (Self::DBus, Apt | Pacman) => "dbus",
            (Self::DBus, Dnf | Zypper) => "/usr/bin/dbus-daemon",
            (Self::Ps, Apt | Zypper) => "procps",
            (Self::Ps, Dnf | Pacman) => "procps-ng",
            (Self::WebDriver, Apt) => "webkit2gtk-driver",
            // Fedora, Arch and openSUSE build the driver for GTK 4 only; it cannot press a GTK 3 window's buttons.
            (Self::WebDriver, _) => return None,
        };
        Some(name)
    }
}

/// A Linux system's package manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manager {
    Apt,
    Dnf,
    Pacman,
    Zypper,
}

impl Manager {
    pub(crate) const ALL: [Self; 4] = [Self::Apt, Self::Dnf, Self::Pacman, Self::Zypper];

    /// The program that is its command line.
    pub(crate) fn program(self) -> &'static str {
        match self {
            Self::Apt => "apt-get",
            Self::Dnf => "dnf",
            Self::Pacman => "pacman",
            Self::Zypper => "zypper",
        }
    }

    /// The manager of the system that this `/etc/os-release` describes.
    pub(crate) fn of(os_release: &str) -> Option<Self> {
        let value = |key: &str| {
            let line = os_release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches(['"', '\'']).to_owned()
        };
        format!("{} {}", value("ID"), value("ID_LIKE")).split_whitespace().find_map(|name| match name {
            "debian" | "ubuntu" => Some(Self::Apt),
            "fedora" | "rhel" | "centos" => Some(Self::Dnf),
            "arch" => Some(Self::Pacman),
            "suse" | "opensuse" => Some(Self::Zypper),
            _ => None,
        })
    }

    /// The arguments that fetch the lists of packages, where that has to be asked for. dnf does it by itself; pacman
    /// must not, for it would install what is newer than the rest of the system.
    pub(crate) fn refresh(self) -> Option<&'static [&'static str]> {
        match self {
            // Without this, apt-get calls a list that it could not have a mere warning.
            Self::Apt => Some(&["update", "-o", "APT::Update::Error-Mode=any"]),
            Self::Zypper => Some(&["--non-interactive", "refresh"]),
            Self::Dnf | Self::Pacman => None,
        }
    }

    /// The arguments that install the packages named after them, without asking back.
    pub(crate) fn install(self) -> &'static [&'static str] {
        match self {
            // A fresh Ubuntu updates itself for minutes and holds the lock meanwhile: wait for it.
            Self::Apt => &["install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"],
            Self::Dnf => &["install", "-y"],
            Self::Pacman => &["-S", "--needed", "--noconfirm"],
            Self::Zypper => &["--non-interactive", "install", "--no-recommends"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_manager_can_install_all_that_running_needs() {
        for manager in Manager::ALL {
            for part in TO_RUN.iter().chain(TO_PRETEND) {
                assert!(part.package(manager).is_some(), "{part:?} with {manager:?}");
            }
        }
    }

    #[test]
    fn debian_gets_the_names_that_debian_uses() {
        let names: Vec<_> = TO_RUN.iter().filter_map(|part| part.package(Manager::Apt)).collect();
        assert_eq!(
            names,
            [
                "build-essential",
                "pkg-config",
                "libwebkit2gtk-4.1-dev",
                "libayatana-appindicator3-dev",
                "librsvg2-dev",
                "libasound2-dev"
            ]
        );
    }

    #[test]
    fn what_dnf_and_zypper_are_asked_for_is_what_is_looked_for() {
        for part in [Part::WebKit, Part::AppIndicator, Part::Rsvg, Part::Alsa] {
            let Sign::Library(library) = part.sign() else { panic!("{part:?} is a library") };
            for manager in [Manager::Dnf, Manager::Zypper] {
                assert_eq!(part.package(manager), Some(format!("pkgconfig({library})").as_str()));
            }
        }
    }

    #[test]
    fn the_manager_follows_from_the_systems_own_description() {
        for (os_release, manager) in [
            ("ID=debian\nVERSION_ID=\"12\"\n", Some(Manager::Apt)),
            ("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", Some(Manager::Apt)),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Some(Manager::Apt)),
            ("ID=fedora\n", Some(Manager::Dnf)),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Some(Manager::Dnf)),
            ("ID=manjaro\nID_LIKE=arch\n", Some(Manager::Pacman)),
            ("ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n", Some(Manager::Zypper)),
            ("ID=nixos\n", None),
            ("", None),
        ] {
            assert_eq!(Manager::of(os_release), manager, "{os_release}");
        }
    }
}
