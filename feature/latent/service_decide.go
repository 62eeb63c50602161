package latent

import (
	"context"
	"slices"
	"strings"

	market "erba/analysis/latent"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/model"
)

// Sheet is what an account would probably buy.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	sheet = Sheet{Rows: []Candidate{}, Declined: []Declined{}}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		sheet.May = s.accounts.Require(tx.As(identity.Under(tx.Context(), "latent:decide")), account) == nil
		sheet.Declined, err = declined(tx, account)
		return err
	})
	if err != nil {
		return sheet, err
	}
	r, err := s.open(ctx)
	if err != nil {
		return sheet, err
	}
	sheet.Mined, sheet.AsOf = r.Version > 0, r.AsOf
	_, sheet.Segment = segmentIn(r.facts, account)
	if at := r.at(account); at >= 0 {
		for _, c := range r.of(at) {
			if r.declined.open(r.board, account, c) {
				sheet.Rows = append(sheet.Rows, r.candidate(r.segments[at], c, r.whole))
			}
		}
	}
	return sheet, s.nameAll(ctx, &sheet)
}

func (s *Service) nameAll(ctx context.Context, sheet *Sheet) error {
	var all []*Candidate
	for i := range sheet.Rows {
		all = append(all, &sheet.Rows[i])
	}
	codes := map[string]bool{}
	for _, d := range sheet.Declined {
		codes[d.Product] = true
	}
	names, err := s.names(ctx, codes)
	for i := range sheet.Declined {
		sheet.Declined[i].Named = names(sheet.Declined[i].Product)
	}
	if err != nil {
		return err
	}
	return s.name(ctx, all)
}

// Decline says that something is nothing for an account: it is not proposed to it
// any more.
func (s *Service) Decline(ctx context.Context, account kernel.ID, product, kind, reason string) (d Declined, err error) {
	viewer, _ := identity.From(ctx)
	d = Declined{ID: kernel.NewID(), Account: account, Product: product, Again: again(kind), Reason: strings.TrimSpace(reason), By: viewer.ID, On: s.today()}
	sheet, err := s.Sheet(ctx, account)
	if err != nil {
		return d, err
	}
	if err := d.Check(); err != nil {
		return d, err
	}
	at := slices.IndexFunc(sheet.Rows, func(c Candidate) bool { return c.Product == product && again(c.Kind) == d.Again })
	if at < 0 {
		return d, kernel.Refused("latent.not_proposed", "product", product)
	}
	d.Named = sheet.Rows[at].ProductName
	return d, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if err := decline(tx, d); err != nil {
			return err
		}
		return audit.Note(tx, "latent.declined", "account", account, d)
	})
}

// Reconsider takes a decision back: it is proposed again.
func (s *Service) Reconsider(ctx context.Context, id kernel.ID) (d Declined, err error) {
	return d, s.db.Write(ctx, func(tx *db.Tx) error {
		if d, err = findDeclined(tx, id); err != nil {
			return err
		}
		if err := drop(tx, id); err != nil {
			return err
		}
		return audit.Note(tx, "latent.reconsidered", "account", d.Account, d)
	})
}

// explained is what a configuration says of the strongest candidate of an account,
// by what was found with the one in force.
func (s *Service) explained(ctx context.Context, config model.Config, id kernel.ID) (why.Explanation, error) {
	cfg, ok := config.(market.Config)
	if !ok {
		return why.Explanation{}, kernel.Refused("method.no_trial", "id", "M96")
	}
	r, err := s.open(ctx)
	if err != nil {
		return why.Explanation{}, err
	}
	row, at := r.facts.Row(id), r.at(id)
	if row < 0 || !r.facts.Sees(row) {
		return why.Explanation{}, kernel.Missing("db.missing")
	}
	if at < 0 || len(r.of(at)) == 0 {
		return why.Explanation{Model: "M96", Result: "latent.none", Rule: "latent.rule_none",
			Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}, nil
	}
	b := *r.board
	b.cfg = cfg
	return b.candidate(r.segments[at], r.of(at)[0], r.whole).Why, nil
}
