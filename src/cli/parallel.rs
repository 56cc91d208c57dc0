//! Work on every core, results in order, memory bounded.

use rayon::current_num_threads;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};

/// How many batches for each thread may be under way or waiting to be written.
const WINDOW: usize = 16;

/// The results of `work` on every item, in the items' order: as soon as a batch of them is there, it and all that are
/// there with it. So what costs the same for one result and for many need not be done for each.
///
/// A batch of one answers each item before the next has to be there; larger ones spare small items the
/// way between threads.
/// The items are drawn on a thread of their own, so that one who waits for the answer to the last item
/// gets it though the next is not there yet. That thread is not joined: when the receiver is dropped it
/// ends with the process, though it may still wait for input.
pub fn in_order<I, R>(
    mut items: impl Iterator<Item = I> + Send + 'static,
    batch: usize,
    work: impl Fn(I) -> R + Send + Sync + 'static,
) -> impl Iterator<Item = Vec<R>>
where
    I: Send + 'static,
    R: Send + 'static,
{
    let (queue, results) = mpsc::sync_channel::<Receiver<Vec<R>>>(WINDOW * current_num_threads());
    let work = Arc::new(work);
    std::thread::spawn(move || {
        loop {
            let drawn: Vec<I> = items.by_ref().take(batch).collect();
            if drawn.is_empty() {
                return;
            }
            let (done, result) = mpsc::sync_channel(1);
            if queue.send(result).is_err() {
                return;
            }
            let work = Arc::clone(&work);
            // Sending fails only where nobody waits for the result any more.
            rayon::spawn(move || drop(done.send(drawn.into_iter().map(|item| work(item)).collect())));
        }
    });
    let mut waiting = None;
    std::iter::from_fn(move || {
        let mut group: Vec<R> = waiting.take().or_else(|| results.recv().ok())?.recv().unwrap_or_default();
        while let Ok(result) = results.try_recv() {
            match result.try_recv() {
                Ok(more) => group.extend(more),
                Err(TryRecvError::Disconnected) => {}
                Err(TryRecvError::Empty) => {
                    waiting = Some(result);
                    break;
                }
            }
        }
        Some(group)
    })
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
        let found: Vec<u64> = in_order(0..500, 7, slow_first).flatten().collect();
        assert_eq!(found, (0..500).map(|n| n * 2).collect::<Vec<_>>());
    }
}
