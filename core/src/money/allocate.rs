//! [`allocate`]: dividing an amount by weight without losing a minor unit.

use std::cmp::Reverse;

use super::{Amount, MoneyError};

struct Share {
    minor: i64,
    remainder: u128,
}

/// Divides `total` in proportion to `weights`, one share for each in the same order.
///
/// Every share is first rounded down; the minor units left over go one each to the largest remainders,
/// and of equal remainders to the earlier. The shares always add up to `total`, and a weight of zero
/// gets nothing.
///
/// # Errors
/// [`MoneyError::NoWeight`] if no weight is above zero.
///
/// ```
/// use muntwerk::money::{Amount, allocate};
/// let shares = allocate(Amount::from_minor(100)?, &[1, 1, 0, 1])?;
/// assert_eq!(shares.iter().map(|share| share.minor()).collect::<Vec<_>>(), [34, 33, 0, 33]);
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
pub fn allocate(total: Amount, weights: &[u64]) -> Result<Vec<Amount>, MoneyError> {
    let no_weight = MoneyError::NoWeight { minor: total.minor(), weights: weights.len() };
    divide(total.minor(), weights).ok_or(no_weight)
}

/// `None` only if no weight is above zero.
fn divide(total: i64, weights: &[u64]) -> Option<Vec<Amount>> {
    let whole: u128 = weights.iter().copied().map(u128::from).sum();
    let mut shares = Vec::with_capacity(weights.len());
    let mut left = total;
    for weight in weights {
        // 53 bits times 64 bits fits.
        let part = u128::from(total.unsigned_abs()).checked_mul((*weight).into())?;
        let minor = i64::try_from(part.checked_div(whole)?).ok()?;
        left = left.checked_sub(minor)?;
        shares.push(Share { minor, remainder: part.checked_rem(whole)? });
    }
    if shares.is_empty() {
        return None;
    }

    // The remainders add up to `left` times the whole and each is less than the whole, so more than
    // `left` of them are above zero: no share gets two, and none of weight zero gets one.
    let mut by_remainder: Vec<&mut Share> = shares.iter_mut().collect();
    by_remainder.sort_by_key(|share| Reverse(share.remainder));
    for share in by_remainder.into_iter().take(usize::try_from(left).ok()?) {
        share.minor = share.minor.checked_add(1)?;
    }
    shares.into_iter().map(|share| Amount::from_minor(share.minor).ok()).collect()
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn minors(total: i64, weights: &[u64]) -> Result<Vec<i64>, MoneyError> {
        let shares = allocate(Amount::from_minor(total).unwrap(), weights)?;
        Ok(shares.into_iter().map(Amount::minor).collect())
    }

    #[test]
    fn what_is_left_goes_to_the_largest_remainder_then_the_earlier() {
        assert_eq!(minors(100, &[1, 1, 1]), Ok(vec![34, 33, 33]));
        assert_eq!(minors(10, &[1, 2, 4]), Ok(vec![1, 3, 6]));
        assert_eq!(minors(2, &[0, 1, 1, 1, 0]), Ok(vec![0, 1, 1, 0, 0]));
        assert_eq!(minors(0, &[3, 1]), Ok(vec![0, 0]));
        assert_eq!(minors(7, &[5]), Ok(vec![7]));
        let most = Amount::MAX.minor();
        assert_eq!(minors(most, &[u64::MAX, 0]), Ok(vec![most, 0]));
        assert_eq!(minors(most, &[u64::MAX, u64::MAX]), Ok(vec![most / 2 + 1, most / 2]));
    }

    #[test]
    fn without_weight_there_is_nothing_to_divide_by() {
        for weights in [&[][..], &[0], &[0, 0]] {
            let refused = Err(MoneyError::NoWeight { minor: 5, weights: weights.len() });
            assert_eq!(minors(5, weights), refused);
        }
        assert!(minors(0, &[0]).is_err());
    }

    proptest! {
        #[test]
        fn the_shares_add_up_and_are_fair(
            total in 0..=Amount::MAX.minor(),
            weights in prop::collection::vec(prop_oneof![Just(0_u64), 0_u64..10, any::<u64>()], 1..20),
        ) {
            prop_assume!(weights.iter().any(|weight| *weight > 0));
            let shares = minors(total, &weights).unwrap();
            prop_assert_eq!(shares.len(), weights.len());
            prop_assert_eq!(shares.iter().sum::<i64>(), total);
            let whole: u128 = weights.iter().copied().map(u128::from).sum();
            for (share, weight) in shares.iter().zip(&weights) {
                let floor = u128::from(total.unsigned_abs()) * u128::from(*weight) / whole;
                let above = u128::from(share.unsigned_abs()) - floor;
                prop_assert!(above <= 1);
                prop_assert!(*weight > 0 || *share == 0);
            }
        }
    }
}
