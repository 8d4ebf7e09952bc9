//! What the system lacks, and installing it: with the system's own package manager, and never without saying so.
//! Names of packages are in `packages`; Node is looked at in `node`.

use std::{env, fs};

use crate::{
    failure::{Done, Failure},
    packages::{Manager, Part, Sign},
    process::{command, download, find, output, succeeds},
    step::step,
};

/// Sees to it that the system has these parts. Installs on Linux; elsewhere checks what an app window needs and names
/// the fix.
///
/// # Errors
/// When something is missing that cannot be installed from here. Says what, and how to get it.
pub(crate) fn provide(parts: &[Part]) -> Done {
    match env::consts::OS {
        "linux" => install(parts),
        "macos" => check_macos(),
        "windows" => check_windows(),
        _ => Ok(()),
    }
}

/// Whether a part is here.
pub(crate) fn has(part: Part) -> bool {
    match part.sign() {
        Sign::Program(name) => find(name).is_some(),
        Sign::Library(name) => succeeds(command("pkg-config").args(["--exists", name])),
    }
}

/// Whether a part is here or could be installed.
pub(crate) fn can_have(part: Part) -> bool {
    has(part) || manager().is_some_and(|manager| part.package(manager).is_some())
}

fn missing(parts: &[Part], has: impl Fn(Part) -> bool) -> Vec<Part> {
    parts.iter().copied().filter(|part| !has(*part)).collect()
}

fn install(parts: &[Part]) -> Done {
    let missing = missing(parts, has);
    if missing.is_empty() {
        return Ok(());
    }
    println!("This system lacks:");
    for part in &missing {
        println!("  - {}", part.title());
    }
    let rights = rights();
    let order = Order::new(manager(), &missing, rights)?;
    if rights == Rights::None {
        return Err(Failure::new(
            "installing takes root's rights, and there is no sudo",
            format!("run this as root: {}", order.install.join(" ")),
        ));
    }
    println!("It will be installed with:");
    for words in order.refresh.iter().chain([&order.install]) {
        println!("  {}", words.join(" "));
    }
    step("Install system packages", || order.carry_out())?;
    let still: Vec<_> = parts.iter().filter(|part| !has(**part)).map(|part| part.title()).collect();
    match still.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!("installed, but still not found: {}", still.join("; ")), "")),
    }
}

fn manager() -> Option<Manager> {
    let os_release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let here = |manager: &Manager| find(manager.program()).is_some();
    Manager::of(&os_release).filter(here).or_else(|| Manager::ALL.into_iter().find(here))
}

/// By what right packages get installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rights {
    Root,
    Sudo,
    None,
}

fn rights() -> Rights {
    if output(command("id").arg("-u")).as_deref() == Some("0") {
        Rights::Root
    } else if find("sudo").is_some() {
        Rights::Sudo
    } else {
        Rights::None
    }
}

/// The commands that install what is missing, word by word.
#[derive(Debug, PartialEq, Eq)]
struct Order {
    refresh: Option<Vec<String>>,
    install: Vec<String>,
}

impl Order {
    fn new(manager: Option<Manager>, missing: &[Part], rights: Rights) -> Result<Self, Failure> {
        let Some(manager) = manager else {
            return Err(Failure::new(
                "this system has none of apt-get, dnf, pacman and zypper",
                "install what is listed above, with its development files, and run this again",
            ));
        };
        let mut packages = Vec::new();
        for part in missing {
            let Some(package) = part.package(manager) else {
                return Err(Failure::new(
                    format!("{} has no package for {}", manager.program(), part.title()),
                    "use Debian or Ubuntu for this chore",
                ));
            };
            packages.push(package);
        }
        // apt's packages may ask questions while they are set up, and a chore has no one to answer.
        let before: &[&str] = match (rights == Rights::Sudo, manager == Manager::Apt) {
            (true, true) => &["sudo", "env", "DEBIAN_FRONTEND=noninteractive"],
            (true, false) => &["sudo"],
            (false, true) => &["env", "DEBIAN_FRONTEND=noninteractive"],
            (false, false) => &[],
        };
        let words = |arguments: &[&str]| {
            before
                .iter()
                .chain(&[manager.program()])
                .chain(arguments)
                .map(|word| (*word).to_owned())
                .collect()
        };
        Ok(Self {
            refresh: manager.refresh().map(words),
            install: words(&[manager.install(), &packages].concat()),
        })
    }

    /// Installs, from fresh lists of packages.
    fn carry_out(&self) -> Done {
        let refreshed = self.refresh.as_deref().map_or(Ok(()), carry_out);
        match refreshed {
            Err(failure) if failure.is_no_network() => Err(failure),
            // A source that the person added may be broken, and none of ours.
            _ => carry_out(&self.install),
        }
    }
}

fn carry_out(words: &[String]) -> Done {
    download(command(words.first().map_or("", String::as_str)).args(words.iter().skip(1)))
}

fn check_macos() -> Done {
    match succeeds(command("xcode-select").arg("-p")) {
        true => Ok(()),
        false => Err(Failure::new("Xcode's command line tools are missing", "run: xcode-select --install")),
    }
}

/// The build tools need no check: without them this program could not have been linked.
fn check_windows() -> Done {
    // Where Microsoft's documentation says to look for the installed version of the WebView2 runtime.
    const RUNTIME: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let known = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"]
        .iter()
        .any(|hive| succeeds(command("reg").args(["query", &format!(r"{hive}\{RUNTIME}"), "/v", "pv"])));
    match known {
        true => Ok(()),
        false => Err(Failure::new(
            "the WebView2 runtime is missing",
            "run: winget install --exact --id Microsoft.EdgeWebView2Runtime",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packages::{TO_DRIVE, TO_RUN};

    fn install_words(manager: Manager, missing: &[Part], rights: Rights) -> String {
        Order::new(Some(manager), missing, rights).unwrap().install.join(" ")
    }

    #[test]
    fn only_what_is_not_here_is_missing() {
        let here = [Part::CCompiler, Part::PkgConfig, Part::Rsvg, Part::Alsa];
        assert_eq!(missing(TO_RUN, |part| here.contains(&part)), [Part::WebKit, Part::AppIndicator]);
        assert_eq!(missing(TO_RUN, |_| true), []);
        assert_eq!(missing(TO_RUN, |_| false), TO_RUN);
    }

    #[test]
    fn root_installs_and_others_ask_sudo() {
        let missing = [Part::WebKit, Part::Rsvg];
        assert_eq!(
            install_words(Manager::Apt, &missing, Rights::Root),
            "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
             -o DPkg::Lock::Timeout=300 libwebkit2gtk-4.1-dev librsvg2-dev"
        );
        assert!(install_words(Manager::Apt, &missing, Rights::Sudo).starts_with("sudo env DEBIAN_FRONTEND="));
    }

    #[test]
    fn each_manager_is_spoken_to_in_its_own_words() {
        let missing = [Part::CCompiler, Part::WebKit];
        for (manager, words) in [
            (Manager::Dnf, "sudo dnf install -y gcc pkgconfig(webkit2gtk-4.1)"),
            (Manager::Pacman, "sudo pacman -S --needed --noconfirm gcc webkit2gtk-4.1"),
            (
                Manager::Zypper,
                "sudo zypper --non-interactive install --no-recommends gcc pkgconfig(webkit2gtk-4.1)",
            ),
        ] {
            assert_eq!(install_words(manager, &missing, Rights::Sudo), words);
        }
    }

    #[test]
    fn an_unknown_system_is_told_what_to_do() {
        let said = Order::new(None, TO_RUN, Rights::Root).unwrap_err().to_string();
        assert!(said.contains("install what is listed above"), "{said}");
    }

    #[test]
    fn a_package_that_a_system_does_not_have_is_named() {
        let said = Order::new(Some(Manager::Pacman), TO_DRIVE, Rights::Root).unwrap_err().to_string();
        assert!(said.contains("WebKitWebDriver"), "{said}");
    }
}
