//! Windows, which keeps when the session had its last input.
#![allow(unsafe_code, reason = "Windows has no other way to ask for it")]

use std::time::Duration;
use windows_sys::Win32::System::SystemInformation::GetTickCount;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetLastInputInfo, LASTINPUTINFO};

/// How long nobody has touched keyboard or mouse.
///
/// # Errors
/// Where Windows does not say, as to a service.
pub(super) fn idle_for() -> Result<Duration, String> {
    let mut last = LASTINPUTINFO { cbSize: size_of::<LASTINPUTINFO>() as u32, dwTime: 0 };
    // SAFETY: it is a valid place to write to, which says its own size as is asked.
    let told = unsafe { GetLastInputInfo(&raw mut last) } != 0;
    if !told {
        return Err("Windows does not tell whether somebody is there.".to_owned());
    }
    // SAFETY: it takes nothing and cannot fail.
    let now = unsafe { GetTickCount() };
    // Both begin anew after 49.7 days.
    Ok(Duration::from_millis(now.wrapping_sub(last.dwTime).into()))
}
