package portfolio

import (
	"slices"

	"erba/analysis/grid"
	"erba/analysis/null"
	"erba/kernel"
)

// Judgements are what people say about accounts, in the order of accounts.
// They are never changed; a refresh makes new ones.
type Judgements struct {
	Revision  int64
	estimates []Estimate // the latest ones
	nominated []Nomination
	keys      []Status
	quarters  []Quarter // the last ones of who has scores
}

// about are the entries of one account.
func about[T any](all []T, of func(*T) kernel.ID, account kernel.ID) []T {
	from, _ := slices.BinarySearchFunc(all, account, func(one T, id kernel.ID) int { return of(&one).Compare(id) })
	to := from
	for to < len(all) && of(&all[to]) == account {
		to++
	}
	return all[from:to:to]
}

func (e *Estimate) account() kernel.ID   { return e.Account }
func (n *Nomination) account() kernel.ID { return n.Account }
func (s *Status) account() kernel.ID     { return s.Account }

func (j *Judgements) estimated(account kernel.ID) []Estimate {
	return about(j.estimates, (*Estimate).account, account)
}

func (j *Judgements) proposed(account kernel.ID) []Nomination {
	return about(j.nominated, (*Nomination).account, account)
}

// registered is the entry of an account in the register, if it has one.
func (j *Judgements) registered(account kernel.ID) (Status, bool) {
	if found := about(j.keys, (*Status).account, account); len(found) > 0 {
		return found[0], true
	}
	return Status{}, false
}

// of finds an estimate of a kind.
func (j *Judgements) of(account kernel.ID, kind string) (Estimate, bool) {
	for _, e := range j.estimated(account) {
		if e.Kind == kind {
			return e, true
		}
	}
	return Estimate{}, false
}

// Judged are the judgements as columns beside those of the ledger.
type Judged struct {
	*Judgements
	demand, expected []int64                  // purchases a year; grid.Unknown
	influence        []uint8                  // 0: nobody has judged
	rated            map[string][]null.Number // by kind, of all others
	listed           []bool                   // stands in the register
}

// beside lays the judgements out beside columns. Whoever has estimated only one
// of demand and expected purchases has said as much about the other.
func (j *Judgements) beside(c *Columns) *Judged {
	n := c.Len()
	r := &Judged{j, make([]int64, n), make([]int64, n), make([]uint8, n), map[string][]null.Number{}, make([]bool, n)}
	for row := range n {
		r.demand[row], r.expected[row] = grid.Unknown, grid.Unknown
	}
	at := 0
	for i := range j.estimates {
		if at = c.seek(at, j.estimates[i].Account); at < n && c.accounts[at].ID == j.estimates[i].Account {
			r.take(at, &j.estimates[i])
		}
	}
	for _, k := range j.keys {
		if row := c.Row(k.Account); row >= 0 {
			r.listed[row] = true
		}
	}
	for row := range n {
		if r.demand[row] == grid.Unknown {
			r.demand[row] = r.expected[row]
		}
		if r.expected[row] == grid.Unknown {
			r.expected[row] = r.demand[row]
		}
	}
	return r
}

// seek walks on to an account, or to the first behind its place.
func (c *Columns) seek(at int, id kernel.ID) int {
	for at < len(c.accounts) && c.accounts[at].ID.Compare(id) < 0 {
		at++
	}
	return at
}

func (r *Judged) take(row int, e *Estimate) {
	switch e.Kind {
	case Demand:
		r.demand[row] = e.Value
	case Potential:
		r.expected[row] = e.Value
	case Influence:
		r.influence[row] = uint8(e.Value)
	default:
		r.rate(row, e)
	}
}

// standing are the rows that a nomination of a kind, approved and not expired
// on a day, speaks for.
func (r *Judged) standing(c *Columns, kind string, on kernel.Date) map[int32]bool {
	rows := map[int32]bool{}
	for i := range r.nominated {
		if n := &r.nominated[i]; n.Kind == kind && n.Holds(on) {
			rows[c.Row(n.Account)] = true
		}
	}
	return rows
}
