package latent

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	market "erba/analysis/latent"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

// crowd is what is kept of all accounts, in order.
type crowd struct {
	State
	cfg   market.Config
	order []int32 // of products, by their codes
	known []segment
	fresh []segment // that nobody has had before
	all   []who
}

const atOnce = 2000 // accounts of which is written in one transaction what was found

// find looks at all histories and writes what is not what it was. Nobody reads
// half of it: lists are made anew when the version has risen.
func (s *Service) find(ctx context.Context, r *Report) error {
	c, err := s.crowd(ctx)
	if err != nil {
		return err
	}
	places, asOf, err := s.places(ctx, c)
	if err != nil {
		return err
	}
	m := c.cfg.Mine(c.histories(&err), places, c.order, begin(asOf, c.cfg.Months).Ordinal(), asOf.Ordinal())
	changed, found := c.found(m, places, &err)
	if err != nil {
		return err
	}
	r.Accounts, r.Changed, r.Orders, r.Pairs, r.Candidates, r.AsOf = len(c.all), len(changed), m.Orders, len(m.Pairs), found, asOf
	for part := range slices.Chunk(changed, atOnce) {
		err := s.db.Write(ctx, func(tx *db.Tx) error { return replace(tx, part) })
		if err != nil {
			return err
		}
	}
	c.AsOf, c.Orders, c.MinedAt = asOf, m.Orders, time.Now().UnixMicro()
	return s.conclude(ctx, c, m)
}

// crowd reads what is kept.
func (s *Service) crowd(ctx context.Context) (c *crowd, err error) {
	c = &crowd{}
	return c, s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if c.State, err = findState(tx); err != nil {
			return err
		}
		if c.cfg, c.Setting, err = method.Setting[market.Config](s.methods, tx, "M96"); err != nil {
			return err
		}
		all, err := products(tx)
		if err != nil {
			return err
		}
		c.order = orderOf(all)
		if c.known, err = segments(tx); err != nil {
			return err
		}
		return eachHistory(tx, func(w who) { c.all = append(c.all, w) })
	})
}

// orderOf puts products in the order of their codes, by their numbers.
func orderOf(all []numbered) []int32 {
	order := make([]int32, len(all))
	slices.SortFunc(all, func(a, b numbered) int { return cmp.Compare(a.Code, b.Code) })
	for i, p := range all {
		order[p.Number] = int32(i)
	}
	return order
}

// places are the segments of all accounts, and the day up to which it counts what
// they bought.
func (s *Service) places(ctx context.Context, c *crowd) (places []int32, asOf kernel.Date, err error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, asOf, err
	}
	numbers := map[[2]string]int32{}
	for _, one := range c.known {
		numbers[[2]string{one.Industry, one.Size}] = one.Number
	}
	places = make([]int32, len(c.all))
	for i, w := range c.all {
		places[i] = market.Unclassified
		one, known := segmentIn(facts, w.Account)
		if !known {
			continue
		}
		at := [2]string{one.Industry, one.Size}
		if _, there := numbers[at]; !there {
			one.Number = int32(len(numbers))
			numbers[at], c.fresh = one.Number, append(c.fresh, one)
		}
		places[i] = numbers[at]
	}
	return places, facts.Ask.AsOf, nil
}

// segmentIn is the industry and the size of an account, if both are known.
func segmentIn(f *portfolio.Facts, id kernel.ID) (one segment, known bool) {
	if row := f.Row(id); row >= 0 {
		one.Industry, one.Size = f.Word("industry", row), f.Word("size", row)
	}
	return one, one.known()
}

// histories reads them one after the other; the first fault ends it.
func (c *crowd) histories(fault *error) market.Source {
	return func(yield func(int, *market.History) bool) {
		var h market.History
		for i, w := range c.all {
			if err := h.Read(w.History); err != nil {
				*fault = cmp.Or(*fault, err)
				return
			}
			if !yield(i, &h) {
				return
			}
		}
	}
}

// found are the accounts for which something else was found than before.
func (c *crowd) found(m *market.Market, places []int32, fault *error) (changed []who, candidates int) {
	f := m.Finder()
	var raw []byte
	for i, h := range c.histories(fault) {
		found := f.Find(h, places[i])
		candidates += len(found)
		raw = market.AppendCandidates(raw[:0], found)
		if w := c.all[i]; w.Segment != places[i] || !bytes.Equal(raw, w.Found) {
			w.Segment, w.Found = places[i], slices.Clone(raw)
			changed = append(changed, w)
		}
	}
	return changed, candidates
}

// conclude writes what all tell together and lets it count.
func (s *Service) conclude(ctx context.Context, c *crowd, m *market.Market) error {
	text, err := json.Marshal(c.cfg)
	if err != nil {
		return err
	}
	c.Config = string(text)
	pairs, norms := make([]together, len(m.Pairs)), make([]usual, len(m.Norms))
	for i, p := range m.Pairs {
		pairs[i] = together{p.First, p.Second, p.Both, p.OfFirst, p.OfSecond}
	}
	for i, n := range m.Norms {
		norms[i] = usual(n)
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addSegments(tx, c.fresh); err != nil {
			return err
		}
		if err := replacePairs(tx, pairs); err != nil {
			return err
		}
		if err := replaceNorms(tx, norms); err != nil {
			return err
		}
		return conclude(tx, c.State)
	})
}
