//! Work on every core, results in order, memory bounded.

use rayon::current_num_threads;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

/// How many items for each thread may be under way or waiting to be written.
const WINDOW: usize = 16;

/// The results of `work` on every item, in the items' order, as soon as each is there.
///
/// The items are drawn on a thread of their own, so that one who waits for the answer to the last item
/// gets it though the next is not there yet. That thread is not joined: when the receiver is dropped it
/// ends with the process, though it may still wait for input.
pub fn in_order<I, R>(
    items: impl Iterator<Item = I> + Send + 'static,
    work: impl Fn(I) -> R + Send + Sync + 'static,
) -> impl Iterator<Item = R>
where
    I: Send + 'static,
    R: Send + 'static,
{
    let (queue, results) = mpsc::sync_channel::<Receiver<R>>(WINDOW * current_num_threads());
    let work = Arc::new(work);
    std::thread::spawn(move || {
        for item in items {
            let (done, result) = mpsc::sync_channel(1);
            if queue.send(result).is_err() {
                return;
            }
            let work = Arc::clone(&work);
            // Sending fails only where nobody waits for the result any more.
            rayon::spawn(move || drop(done.send(work(item))));
        }
    });
    results.into_iter().filter_map(|result| result.recv().ok())
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_keep_the_order_of_the_items() {
        let slow_first = |n: u64| {
            std::thread::sleep(std::time::Duration::from_millis(if n == 0 { 20 } else { 0 }));
            n * 2
        };
        let found: Vec<u64> = in_order(0..500, slow_first).collect();
        assert_eq!(found, (0..500).map(|n| n * 2).collect::<Vec<_>>());
    }
}
