package receivable

import (
	"runtime"
	"sync"

	"erba/analysis/receivable"
	"erba/kernel"
)

// lent is how long what an account owed was out, and the last that became known of it.
type lent struct {
	parts []receivable.Stretch
	known int64
}

// lending is that of all holdings, row by row, as it is known on a day.
type lending struct {
	on   kernel.Date
	of   *Holdings
	rows []lent
}

// lent works out how long money was out. What was worked out before is kept of
// holdings that stayed the same.
func (c *Holdings) lent(on kernel.Date, before *lending) *lending {
	next := &lending{on, c, make([]lent, len(c.holdings))}
	var workers sync.WaitGroup
	for part := range parts(len(c.holdings), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			var r reckoner
			for row := part.from; row < part.to; row++ {
				h := &c.holdings[row]
				if old := before.kept(h, on); old != nil {
					next.rows[row] = *old
					continue
				}
				next.rows[row] = lent{r.standing(h, At{On: on}).Stretches(), h.known()}
			}
		})
	}
	workers.Wait()
	return next
}

// kept is what was worked out of a holding, if it is still so on a day; nil: it is not.
func (l *lending) kept(h *holding, on kernel.Date) *lent {
	if l == nil {
		return nil
	}
	row, there := l.of.row(h.account)
	if !there || !l.of.holdings[row].is(h) || h.moves(l.on, on) {
		return nil
	}
	return &l.rows[row]
}

// is reports whether two holdings are one that nobody has replaced.
func (h *holding) is(o *holding) bool { return same(h.entries, o.entries) && same(h.shares, o.shares) }

func same[Row any](a, b []Row) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// moves reports whether a paper of a holding begins to count, or is said to be
// settled, after one day and up to another.
func (h *holding) moves(after, upTo kernel.Date) bool {
	from, to := after.Ordinal(), upTo.Ordinal()
	if from == to {
		return false
	}
	for i := range h.entries {
		e := &h.entries[i]
		if from > to || e.on > from && e.on <= to || e.settled > from && e.settled <= to {
			return true
		}
	}
	return false
}

// known is when the last of a holding became known, or known not to be so.
func (h *holding) known() (last int64) {
	for i := range h.entries {
		last = max(last, h.entries[i].from, h.entries[i].until)
	}
	for i := range h.shares {
		last = max(last, h.shares[i].from, h.shares[i].until)
	}
	return last
}
