package opportunity

import "erba/kernel"

// Split is the part of a deal that a user has, in percent. The parts of a deal sum
// up to 100; nobody named: its owner has all of it.
type Split struct {
	Deal    kernel.ID `json:"-"       db:"opportunity_id"`
	User    kernel.ID `json:"user"    db:"user_id"`
	Percent int       `json:"percent" db:"percent"`
}

const mostSplits = 20

// checkSplits refuses parts that are none, or do not make a whole.
func checkSplits(all []Split) error {
	if len(all) > mostSplits {
		return kernel.Invalid("opportunity.many_splits", "max", mostSplits).In("splits")
	}
	sum, seen := 0, map[kernel.ID]bool{}
	for _, s := range all {
		if s.Percent < 1 || s.Percent > 100 || s.User.IsZero() || seen[s.User] {
			return kernel.Invalid("opportunity.bad_split").In("splits")
		}
		sum, seen[s.User] = sum+s.Percent, true
	}
	if len(all) > 0 && sum != 100 {
		return kernel.Invalid("opportunity.split_sum", "sum", sum).In("splits")
	}
	return nil
}
