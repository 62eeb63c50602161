package fee

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Paper is a file that shows what was done.
type Paper = opportunity.Paper

// mostPapers belong to one request.
const mostPapers = 30

// File adds a paper that shows what was done. The same content again is the paper
// that is there.
func (s *Service) File(ctx context.Context, id kernel.ID, name string, r io.Reader) (p Paper, err error) {
	p, body, err := opportunity.Taken(name, r)
	if err != nil {
		return p, err
	}
	viewer, _ := identity.From(ctx)
	p.By, p.Made = viewer.ID, s.today()
	digest := sha256.Sum256(body)
	err = s.db.Write(ctx, func(tx *db.Tx) error { return s.file(tx, id, &p, hex.EncodeToString(digest[:]), body) })
	return p, err
}

func (s *Service) file(tx *db.Tx, id kernel.ID, p *Paper, sum string, body []byte) error {
	f, err := find(tx, id)
	if err != nil {
		return err
	}
	if f.State != Approved && f.State != Executed {
		return kernel.Refused("fee.other_state")
	}
	if there, err := alike(tx, id, sum); err != nil || len(there) > 0 {
		if len(there) > 0 {
			*p = there[0]
		}
		return err
	}
	all, err := papers(tx, id)
	if err != nil {
		return err
	}
	if len(all) >= mostPapers {
		return kernel.Refused("fee.many_papers", "max", mostPapers)
	}
	if err := addPaper(tx, id, *p, sum, body); err != nil {
		return err
	}
	return audit.Note(tx, "fee.filed", "fee", id, map[string]any{"account": f.Account, "name": p.Name})
}

// Paper is one of a request, with its content.
func (s *Service) Paper(ctx context.Context, fee, id kernel.ID) (p Paper, body []byte, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		f, err := paper(tx, fee, id)
		p, body = f.Paper, f.Body
		return err
	})
	return p, body, err
}

// Show names a look at a shop as evidence: its answers and photos show what was done.
func (s *Service) Show(ctx context.Context, id, check kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		f, err := find(tx, id)
		if err != nil {
			return err
		}
		if f.State != Approved && f.State != Executed {
			return kernel.Refused("fee.other_state")
		}
		might, err := shops(tx, f, false)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(might, func(one Seen) bool { return one.ID == check }) {
			return kernel.Invalid("fee.no_check").In("check")
		}
		if err := addCheck(tx, id, check); err != nil {
			return err
		}
		return audit.Note(tx, "fee.shown", "fee", id, map[string]any{"account": f.Account, "check": check})
	})
}

// Execute says that it was done, and that the evidence is there.
func (s *Service) Execute(ctx context.Context, id kernel.ID, version int64) error {
	return s.change(ctx, id, version, "fee.executed", func(tx *db.Tx, r *Request) error {
		if r.State != Approved {
			return kernel.Refused("fee.other_state")
		}
		filed, err := papers(tx, id)
		if err != nil {
			return err
		}
		seen, err := shops(tx, *r, true)
		if err != nil {
			return err
		}
		if len(filed)+len(seen) == 0 {
			return kernel.Refused("fee.no_evidence")
		}
		r.State = Executed
		return nil
	})
}

// Raise asks for more than was granted: with the same rule and the same consent.
func (s *Service) Raise(ctx context.Context, id kernel.ID, amount int64, reason string) error {
	return s.change(ctx, id, 0, "fee.raised", func(tx *db.Tx, r *Request) error {
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		switch {
		case r.State != Approved && r.State != Executed:
			return kernel.Refused("fee.other_state")
		case amount <= r.Agreed || amount > most:
			return kernel.Invalid("fee.not_more").In("amount")
		}
		wanted := *r
		wanted.Amount, wanted.Purpose = amount, reason
		rule, err := s.rule(identity.Whole(tx), c, wanted)
		if err != nil {
			return err
		}
		if !rule.Passes {
			return kernel.Refused("fee.not_covered")
		}
		if err := s.propose(tx, c, &wanted, rule.Known); err != nil {
			return err
		}
		r.Approval = wanted.Approval
		return nil
	})
}

// Evaluate writes down what it brought: the sales of its days, and what was learned.
func (s *Service) Evaluate(ctx context.Context, id kernel.ID, version int64, lesson string) error {
	return s.change(ctx, id, version, "fee.evaluated", func(tx *db.Tx, r *Request) error {
		lesson = strings.TrimSpace(lesson)
		switch n := len([]rune(lesson)); {
		case r.State != Settled:
			return kernel.Refused("fee.other_state")
		case n < 5 || n > longestText:
			return kernel.Invalid("fee.no_lesson", "max", longestText).In("lesson")
		}
		days, err := s.ledger.Days(tx, []kernel.ID{r.Account}, nil, r.From, r.Until)
		if err != nil {
			return err
		}
		r.State, r.Lesson, r.Actual = Evaluated, lesson, new(sold(days))
		return nil
	})
}
