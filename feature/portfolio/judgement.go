package portfolio

import (
	"erba/analysis/grid"
	"erba/kernel"
)

// Judgements are what people say about accounts, as columns beside those of
// the ledger. They are never changed; a refresh makes new ones.
type Judgements struct {
	Revision  int64
	estimates map[kernel.ID][]Estimate // the current ones
	nominated map[kernel.ID][]Nomination
	keys      map[kernel.ID]Status
}

// judged are the judgements in the order of the columns' rows.
type judged struct {
	demand, expected []int64 // purchases a year; grid.Unknown
	influence        []uint8 // 0: nobody has judged
	strategic, vip   []bool  // approved, and not expired on the as-of day
}

// Judge collects judgements.
func Judge(revision int64, estimates []Estimate, nominations []Nomination, keys []Status) *Judgements {
	j := &Judgements{revision, map[kernel.ID][]Estimate{}, map[kernel.ID][]Nomination{}, map[kernel.ID]Status{}}
	for _, e := range estimates {
		j.estimates[e.Account] = append(j.estimates[e.Account], e)
	}
	for _, n := range nominations {
		j.nominated[n.Account] = append(j.nominated[n.Account], n)
	}
	for _, k := range keys {
		j.keys[k.Account] = k
	}
	return j
}

// of finds an estimate of a kind.
func (j *Judgements) of(account kernel.ID, kind string) (Estimate, bool) {
	for _, e := range j.estimates[account] {
		if e.Kind == kind {
			return e, true
		}
	}
	return Estimate{}, false
}

// rows lays the judgements out beside the columns. Whoever has estimated only
// one of demand and expected purchases has said as much about the other.
func (j *Judgements) rows(c *Columns, on kernel.Date) *judged {
	n := c.Len()
	r := &judged{make([]int64, n), make([]int64, n), make([]uint8, n), make([]bool, n), make([]bool, n)}
	for row := range n {
		r.demand[row], r.expected[row] = grid.Unknown, grid.Unknown
	}
	for account, estimates := range j.estimates {
		if row := c.Row(account); row >= 0 {
			r.estimate(row, estimates)
		}
	}
	for account, nominations := range j.nominated {
		if row := c.Row(account); row >= 0 {
			r.nominate(row, nominations, on)
		}
	}
	return r
}

func (r *judged) estimate(row int32, estimates []Estimate) {
	for _, e := range estimates {
		switch e.Kind {
		case Demand:
			r.demand[row] = e.Value
		case Potential:
			r.expected[row] = e.Value
		case Influence:
			r.influence[row] = uint8(e.Value)
		}
	}
	if r.demand[row] == grid.Unknown {
		r.demand[row] = r.expected[row]
	}
	if r.expected[row] == grid.Unknown {
		r.expected[row] = r.demand[row]
	}
}

func (r *judged) nominate(row int32, nominations []Nomination, on kernel.Date) {
	for _, n := range nominations {
		if n.Holds(on) {
			r.strategic[row] = r.strategic[row] || n.Kind == Strategic
			r.vip[row] = r.vip[row] || n.Kind == VIP
		}
	}
}
