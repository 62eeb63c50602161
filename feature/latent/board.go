package latent

import (
	"encoding/json"
	"slices"

	market "erba/analysis/latent"
	"erba/kernel"
)

// State is how far the ledger has been read, and what was found by it.
type State struct {
	Revision int64       `db:"revision"`
	Target   int64       `db:"target"`
	After    kernel.ID   `db:"after"`
	Version  int64       `db:"version"`
	AsOf     kernel.Date `db:"as_of"`
	Orders   int64       `db:"orders"`
	Config   string      `db:"config"` // by which it was found
	Setting  int64       `db:"setting"`
	MinedAt  int64       `db:"mined_at"`
}

// config is that by which was found what there is.
func (s State) config() (c market.Config, err error) {
	if c = market.Default(); s.Config != "" {
		err = json.Unmarshal([]byte(s.Config), &c)
	}
	return c, err
}

// segment is what industry and size an account has.
type segment struct {
	Number   int32  `db:"number"`
	Industry string `db:"industry"`
	Size     string `db:"size"`
}

// known reports whether there is enough to compare an account with others.
func (s segment) known() bool { return s.Industry != "" && s.Size != "" }

// spot is a product in a segment.
type spot struct{ segment, product int32 }

// board is what was found the last time, as lists are made from it.
type board struct {
	State
	cfg      market.Config
	products []string // by number
	pairs    map[[2]int32]market.Pair
	norms    map[spot]market.Norm
	accounts []kernel.ID // in order
	until    []int32     // where the candidates of each end
	segments []int32     // of each
	found    []market.Candidate
}

// of are the candidates of the account at a place.
func (b *board) of(at int) []market.Candidate {
	from := int32(0)
	if at > 0 {
		from = b.until[at-1]
	}
	return b.found[from:b.until[at]]
}

// at is the place of an account, −1 if nothing was found of it.
func (b *board) at(id kernel.ID) int {
	at, ok := slices.BinarySearchFunc(b.accounts, id, kernel.ID.Compare)
	if !ok {
		return -1
	}
	return at
}

// take adds what was found of the next account, as far as the board knows why: of
// an attempt that died there may be more.
func (b *board) take(id kernel.ID, segment int32, found []market.Candidate) {
	for _, c := range found {
		if c.Kind != market.Reorder {
			n := b.norm(segment, c)
			if c.Value = n.Median; n.Buyers == 0 || c.Kind == market.Affinity && b.pair(c.Product, c.With).Both == 0 {
				continue
			}
		}
		b.found = append(b.found, c)
	}
	b.accounts, b.segments = append(b.accounts, id), append(b.segments, segment)
	b.until = append(b.until, int32(len(b.found)))
}

// norm is what the product of a candidate means to those by whom it was found.
func (b *board) norm(segment int32, c market.Candidate) market.Norm {
	if c.Kind == market.Affinity {
		segment = market.Everyone
	}
	return b.norms[spot{segment, c.Product}]
}

// pair is that of two products.
func (b *board) pair(one, other int32) market.Pair {
	return b.pairs[[2]int32{min(one, other), max(one, other)}]
}

// from is the first day of the window.
func (b *board) from() kernel.Date { return begin(b.AsOf, b.cfg.Months) }

func begin(asOf kernel.Date, months int) kernel.Date {
	if asOf.IsZero() {
		return asOf
	}
	return asOf.AddMonths(-months).Add(1)
}

// tells reports whether a reader may know the value of a candidate.
func (b *board) tells(segment int32, c market.Candidate, whole bool) bool {
	return c.Kind == market.Reorder || b.cfg.Tells(b.norm(segment, c), whole)
}

// candidate is one as it is read; whole says that the reader sees every account.
func (b *board) candidate(segment int32, c market.Candidate, whole bool) Candidate {
	told := Candidate{Kind: c.Kind.String(), Product: b.products[c.Product]}
	if b.tells(segment, c, whole) {
		told.Value = new(c.Value)
	}
	n := b.norm(segment, c)
	switch c.Kind {
	case market.Affinity:
		told.With, told.Why = b.products[c.With], b.cfg.ExplainAffinity(b.pair(c.Product, c.With), n, whole)
	case market.Reorder:
		told.Every, told.Last = c.Every, kernel.FromOrdinal(c.Last)
		told.Since = b.AsOf.Days(told.Last)
		told.Why = b.cfg.ExplainReorder(c.Every, int32(told.Since), c.Value)
	default:
		told.Why = b.cfg.ExplainGap(n, whole)
	}
	return told
}
