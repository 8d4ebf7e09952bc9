//! Telling a missing network from other trouble, by what package managers say. Nothing here touches the network.

/// What cargo, npm, apt, dnf, pacman and zypper print when a host cannot be reached. Lower case.
const SIGNS: &[&str] = &[
    "could not resolve",
    "couldn't resolve",
    "temporary failure resolving",
    "temporary failure in name resolution",
    "cannot initiate the connection",
    "could not connect to",
    "couldn't connect to server",
    "failed to connect to",
    "connection timed out",
    "connection refused",
    "network is unreachable",
    "no route to host",
    "spurious network error",
    "eai_again",
    "enotfound",
    "econnrefused",
    "econnreset",
    "etimedout",
    "enetunreach",
];

/// Whether these complaints come from a host that was not reached.
pub(crate) fn host_not_reached(complaints: &str) -> bool {
    let complaints = complaints.to_lowercase();
    SIGNS.iter().any(|sign| complaints.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_package_manager_is_understood() {
        for complaint in [
            "warning: spurious network error (3 tries remaining): [6] Couldn't resolve host name",
            "npm error network request to https://registry.example failed, reason: getaddrinfo EAI_AGAIN",
            "W: Failed to fetch http://deb.example/InRelease  Temporary failure resolving 'deb.example'",
            "Curl error (6): Couldn't resolve host name for https://mirrors.example",
            "error: failed retrieving file 'core.db' : Could not resolve host: mirror.example",
        ] {
            assert!(host_not_reached(complaint), "{complaint}");
        }
    }

    #[test]
    fn other_trouble_is_not_blamed_on_the_network() {
        assert!(!host_not_reached("E: Unable to locate package libwebkit2gtk-4.1-dev"));
        assert!(!host_not_reached("error[E0425]: cannot find value `x` in this scope"));
    }
}
