package receivable

import (
	"context"
	"slices"

	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// Proposal is what a paper could pay: what is open without it, and how much of it
// should go where.
type Proposal struct {
	From   Document `json:"from"`
	Byhand bool     `json:"by_hand" doc:"Somebody has said so before"`
	Rows   []Choice `json:"rows"    doc:"The earliest due first"`
}

// Choice is a claim that a paper could pay.
type Choice struct {
	To     kernel.ID   `json:"to"`
	Number string      `json:"number"`
	Due    kernel.Date `json:"due,omitzero"`
	Left   int64       `json:"left"   doc:"Open without the paper"`
	Amount int64       `json:"amount" doc:"What should go there"`
	Why    string      `json:"why"    enum:"hand,number,equal,order,none"`
}

// Propose says where a paper should go: where somebody said, else to the claim that it
// names, else to one of the same amount, and what is left to the earliest due.
func (s *Service) Propose(ctx context.Context, account, from kernel.ID) (p Proposal, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		p, err = s.propose(tx, account, from)
		return err
	})
	return p, err
}

func (s *Service) propose(tx *db.Tx, account, from kernel.ID) (p Proposal, err error) {
	documents, err := s.documents(tx, account, At{})
	if err != nil {
		return p, err
	}
	i := slices.IndexFunc(documents, func(d Document) bool { return d.ID == from })
	if i < 0 || !pays(documents[i].Kind) {
		return p, kernel.Missing("db.missing")
	}
	p.From = documents[i]
	parts, err := s.parts(tx, account, At{})
	if err != nil {
		return p, err
	}
	own := slices.DeleteFunc(slices.Clone(parts), func(o Part) bool { return o.From != from })
	others := slices.Delete(documents, i, i+1)
	entries, err := s.entries(tx, account, others)
	if err != nil {
		return p, err
	}
	p.Rows, p.Byhand = choices(receivable.AsOf(s.today(), entries, allocations(parts)), others), len(own) > 0
	p.divide(own)
	return p, nil
}

// choices are what is open; instalments of one invoice are one choice.
func choices(s *receivable.Standing, documents []Document) []Choice {
	ids := map[int64]kernel.ID{}
	for i := range documents {
		ids[documents[i].ID.Int()] = documents[i].ID
	}
	all := []Choice{}
	for i := range s.Items {
		item := &s.Items[i]
		if item.Open == 0 {
			continue
		}
		id := ids[item.ID]
		if at := slices.IndexFunc(all, func(c Choice) bool { return c.To == id }); at >= 0 {
			all[at].Left += item.Open
			continue
		}
		all = append(all, Choice{To: id, Number: item.Number, Due: item.Due, Left: item.Open, Why: "none"})
	}
	return all
}

// divide fills in what goes where, the strongest reason first.
func (p *Proposal) divide(own []Part) {
	rest := p.From.Amount
	give := func(c *Choice, most int64, why string) {
		if amount := min(most, rest, c.Left-c.Amount); amount > 0 {
			c.Amount, c.Why, rest = c.Amount+amount, why, rest-amount
		}
	}
	for i := range p.Rows {
		for _, o := range own {
			if o.To == p.Rows[i].To {
				give(&p.Rows[i], o.Amount, "hand")
			}
		}
	}
	if p.Byhand {
		return
	}
	for i := range p.Rows {
		if p.From.Reference != "" && p.Rows[i].Number == p.From.Reference {
			give(&p.Rows[i], rest, "number")
		}
	}
	if i := slices.IndexFunc(p.Rows, func(c Choice) bool { return c.Left == rest && c.Amount == 0 }); i >= 0 {
		give(&p.Rows[i], rest, "equal")
	}
	for i := range p.Rows {
		give(&p.Rows[i], rest, "order")
	}
}

// Correct says anew what a paper pays; what was said of it before is taken back. To
// say nothing leaves it to the order again.
func (s *Service) Correct(ctx context.Context, account, from kernel.ID, parts []Part) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if err := alone(tx, account); err != nil {
			return err
		}
		said, err := s.said(tx, account, from)
		if err != nil {
			return err
		}
		return s.correct(tx, account, from, said, parts)
	})
}

// Uncorrect takes the last correction of a paper back: it pays again what it paid
// before that. Done twice, it is the correction again.
func (s *Service) Uncorrect(ctx context.Context, account, from kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if err := alone(tx, account); err != nil {
			return err
		}
		said, err := s.said(tx, account, from)
		if err != nil {
			return err
		}
		last := lastly(said)
		if last == 0 {
			return kernel.Refused("receivable.never_corrected")
		}
		var before []Part
		for _, p := range said {
			if (At{Known: last - 1}).knows(p.Booked, p.until) {
				before = append(before, Part{To: p.To, Amount: p.Amount})
			}
		}
		return s.correct(tx, account, from, said, before)
	})
}

// said is all that was ever said of what a paper pays.
func (s *Service) said(tx *db.Tx, account, from kernel.ID) ([]Part, error) {
	all, err := decided(tx, account)
	return slices.DeleteFunc(all, func(p Part) bool { return p.From != from }), err
}

// lastly is when something was said or taken back last.
func lastly(said []Part) (at int64) {
	for _, p := range said {
		at = max(at, p.Booked, p.until)
	}
	return at
}

// correct takes back what stands and says something else, at one instant after all before.
func (s *Service) correct(tx *db.Tx, account, from kernel.ID, said, parts []Part) error {
	at := max(s.now(), lastly(said)+1)
	var gone []kernel.ID
	for _, p := range said {
		if p.until == 0 {
			gone = append(gone, p.ID)
		}
	}
	if len(gone) > 0 {
		if err := s.undo(tx, account, gone, at); err != nil {
			return err
		}
	}
	for i := range parts {
		parts[i].From = from
	}
	if len(parts) == 0 {
		return nil
	}
	_, err := s.allocate(tx, account, parts, at)
	return err
}
