package ledger

import "erba/kernel"

type monthKey struct {
	account kernel.ID
	month   Month
}

// latest picks the current versions out of all, which come oldest first, and
// the accounts that have others.
func latest(old []AccountMonth) (current []AccountMonth, doubled []kernel.ID) {
	for _, m := range old {
		n := len(current)
		if n == 0 || current[n-1].Account != m.Account || current[n-1].Month != m.Month {
			current = append(current, m)
			continue
		}
		current[n-1] = m
		if len(doubled) == 0 || doubled[len(doubled)-1] != m.Account {
			doubled = append(doubled, m.Account)
		}
	}
	return current, doubled
}

// differing merges two lists by account and month: it returns the derived
// months that are not what they were, an empty month for each that is gone, and
// which ones stay the same. A month with carried orders is always taken for
// changed, because its row does not tell which they are.
func differing(derived, current []AccountMonth) (changed []AccountMonth, same map[monthKey]bool) {
	if len(current) == 0 {
		return derived, nil
	}
	same, i := map[monthKey]bool{}, 0
	for _, old := range current {
		for ; i < len(derived) && before(derived[i], old); i++ {
			changed = append(changed, derived[i])
		}
		switch {
		case i < len(derived) && !before(old, derived[i]):
			if derived[i].Revision = old.Revision; derived[i] == old && old.Carried == 0 {
				same[monthKey{old.Account, old.Month}] = true
			} else {
				changed = append(changed, derived[i])
			}
			i++
		case old.Lines > 0:
			changed = append(changed, AccountMonth{Account: old.Account, Month: old.Month})
		}
	}
	return append(changed, derived[i:]...), same
}

func before(a, b AccountMonth) bool {
	if c := a.Account.Compare(b.Account); c != 0 {
		return c < 0
	}
	return a.Month < b.Month
}

// whats lists the numbers of rows for a sentence.
func whats(all []later) (text string) {
	for i, l := range all {
		if i > 0 {
			text += ", "
		}
		text += l.Order
	}
	return text
}

// compareMonths finds where the roll-up and its lines disagree.
func compareMonths(derived, kept []AccountMonth) (all []Mismatch) {
	sums := map[monthKey]AccountMonth{}
	for _, m := range derived {
		sums[monthKey{m.Account, m.Month}] = m
	}
	for _, k := range kept {
		key := monthKey{k.Account, k.Month}
		d := sums[key]
		delete(sums, key)
		if d.Sums != k.Sums || d.FirstDay != k.FirstDay || d.LastDay != k.LastDay || d.Carried != k.Carried {
			all = append(all, Mismatch{k.Account, k.Month, k.Sums, d.Sums})
		}
	}
	for key, d := range sums { // of which the roll-up knows nothing
		all = append(all, Mismatch{key.account, key.month, Sums{}, d.Sums})
	}
	return all
}
