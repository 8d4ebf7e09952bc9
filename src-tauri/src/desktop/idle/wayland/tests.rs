//! The ear, and a compositor that the tests play.

use super::*;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Sender, TryRecvError};
use wayland_protocols::ext::idle_notify::v1::server::ext_idle_notification_v1::{
    ExtIdleNotificationV1 as Notification, Request as OfNotification,
};
use wayland_protocols::ext::idle_notify::v1::server::ext_idle_notifier_v1::{
    ExtIdleNotifierV1 as Notifier, Request as OfNotifier,
};
use wayland_server::backend::{ClientData, ClientId, DisconnectReason};
use wayland_server::protocol::wl_seat::{Request as OfSeat, WlSeat as Seat};
use wayland_server::{Client, DataInit, Display, DisplayHandle, GlobalDispatch, New};

/// How long anything may take before it counts as not coming.
const LONGEST: Duration = Duration::from_secs(20);

/// What the compositor was asked for, and what became of it.
#[derive(Debug, Default)]
struct Asked {
    moment: Option<u32>,
    taken_back: bool,
    left: bool,
}

struct Compositor {
    asked: Arc<Mutex<Asked>>,
    notification: Option<Notification>,
}

enum Order {
    Idled,
    Resumed,
}

/// Starts a compositor, with the protocol or without; it ends when the orders do.
fn compositor(knows: bool) -> (Connection, Sender<Order>, Arc<Mutex<Asked>>) {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let (orders, taken) = mpsc::channel();
    let asked = Arc::new(Mutex::new(Asked::default()));
    let mut state = Compositor { asked: Arc::clone(&asked), notification: None };
    thread::spawn(move || {
        let mut display: Display<Compositor> = Display::new().unwrap();
        let mut handle = display.handle();
        handle.create_global::<Compositor, Seat, ()>(1, ());
        if knows {
            handle.create_global::<Compositor, Notifier, ()>(1, ());
        }
        handle.insert_client(theirs, Arc::new(Guest(Arc::clone(&state.asked)))).unwrap();
        loop {
            display.dispatch_clients(&mut state).unwrap();
            match (taken.try_recv(), &state.notification) {
                (Ok(Order::Idled), Some(notification)) => notification.idled(),
                (Ok(Order::Resumed), Some(notification)) => notification.resumed(),
                (Err(TryRecvError::Disconnected), _) => return,
                _ => thread::sleep(Duration::from_millis(1)),
            }
            display.flush_clients().unwrap();
        }
    });
    (Connection::from_socket(ours).unwrap(), orders, asked)
}

struct Guest(Arc<Mutex<Asked>>);

impl ClientData for Guest {
    fn disconnected(&self, _: ClientId, _: DisconnectReason) {
        self.0.lock().unwrap().left = true;
    }
}

impl GlobalDispatch<Seat, ()> for Compositor {
    fn bind(
        _: &mut Self,
        _: &DisplayHandle,
        _: &Client,
        seat: New<Seat>,
        (): &(),
        init: &mut DataInit<'_, Self>,
    ) {
        init.init(seat, ());
    }
}

impl wayland_server::Dispatch<Seat, ()> for Compositor {
    fn request(
        _: &mut Self,
        _: &Client,
        _: &Seat,
        _: OfSeat,
        (): &(),
        _: &DisplayHandle,
        _: &mut DataInit<'_, Self>,
    ) {
    }
}

impl GlobalDispatch<Notifier, ()> for Compositor {
    fn bind(
        _: &mut Self,
        _: &DisplayHandle,
        _: &Client,
        notifier: New<Notifier>,
        (): &(),
        init: &mut DataInit<'_, Self>,
    ) {
        init.init(notifier, ());
    }
}

impl wayland_server::Dispatch<Notifier, ()> for Compositor {
    fn request(
        compositor: &mut Self,
        _: &Client,
        _: &Notifier,
        request: OfNotifier,
        (): &(),
        _: &DisplayHandle,
        init: &mut DataInit<'_, Self>,
    ) {
        if let OfNotifier::GetIdleNotification { id, timeout, .. } = request {
            compositor.notification = Some(init.init(id, ()));
            compositor.asked.lock().unwrap().moment = Some(timeout);
        }
    }
}

impl wayland_server::Dispatch<Notification, ()> for Compositor {
    fn request(
        compositor: &mut Self,
        _: &Client,
        _: &Notification,
        request: OfNotification,
        (): &(),
        _: &DisplayHandle,
        _: &mut DataInit<'_, Self>,
    ) {
        if matches!(request, OfNotification::Destroy) {
            compositor.asked.lock().unwrap().taken_back = true;
        }
    }
}

#[track_caller]
fn comes(what: &str, is_so: impl Fn() -> bool) {
    let begun = SystemClock.elapsed();
    while !is_so() {
        assert!(SystemClock.elapsed() - begun < LONGEST, "waited in vain for {what}");
        thread::yield_now();
    }
}

#[test]
fn nobody_is_there_from_a_moment_before_the_compositor_says_so_until_it_says_otherwise() {
    let (connection, orders, asked) = compositor(true);
    let ear = Ear::listen(connection).unwrap();
    assert_eq!(ear.idle_for(), Some(Duration::ZERO));
    comes("the request", || asked.lock().unwrap().moment == Some(15_000));
    orders.send(Order::Idled).unwrap();
    comes("nobody", || ear.idle_for() >= Some(MOMENT));
    assert!(ear.idle_for() < Some(MOMENT + LONGEST));
    orders.send(Order::Resumed).unwrap();
    comes("somebody", || ear.idle_for() == Some(Duration::ZERO));
    drop(orders);
    comes("the end of the compositor", || ear.idle_for().is_none());
}

#[test]
fn who_no_longer_wants_to_know_takes_the_question_back_and_leaves() {
    let (connection, _orders, asked) = compositor(true);
    let ear = Ear::listen(connection).unwrap();
    comes("the request", || asked.lock().unwrap().moment.is_some());
    drop(ear);
    comes("it to be taken back", || asked.lock().unwrap().taken_back);
    comes("the end of the connection", || asked.lock().unwrap().left);
}

#[test]
fn a_compositor_without_the_protocol_is_none_to_listen_to() {
    let (connection, _orders, _) = compositor(false);
    assert!(Ear::listen(connection).is_err());
}
