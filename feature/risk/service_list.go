package risk

import (
	"context"
	"slices"

	"erba/analysis/risk"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// book is what rows are made with.
type book struct {
	cfg     risk.Config
	version int64
	today   kernel.Date
	facts   *portfolio.Facts
	heads   map[kernel.ID]head
	risks   map[kernel.ID][]Risk
	levels  map[kernel.ID]Level
	signals map[kernel.ID]int
	broken  map[kernel.ID]kernel.Date
}

// read takes in what is kept of the accounts in sight.
func (s *Service) read(ctx context.Context) (b *book, err error) {
	b = &book{today: s.today(), risks: map[kernel.ID][]Risk{}, signals: map[kernel.ID]int{}}
	if b.facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.cfg, b.version, err = s.settings(tx); err != nil {
			return err
		}
		all, err := risks(tx)
		if err != nil {
			return err
		}
		for _, r := range all {
			b.risks[r.Account] = append(b.risks[r.Account], r)
		}
		waiting, err := proposals(tx)
		if err != nil {
			return err
		}
		for _, one := range waiting {
			b.signals[one.Account]++
		}
		if b.levels, err = levels(tx); err != nil {
			return err
		}
		if b.broken, err = brokenNow(tx); err != nil {
			return err
		}
		b.heads, err = heads(tx, b.accounts()...)
		return err
	})
}

// accounts are those of which there is anything to say.
func (b *book) accounts() (all []kernel.ID) {
	found := map[kernel.ID]bool{}
	for id := range b.risks {
		found[id] = true
	}
	for id := range b.signals {
		found[id] = true
	}
	for id := range b.broken {
		found[id] = true
	}
	for id := range found {
		all = append(all, id)
	}
	slices.SortFunc(all, kernel.ID.Compare)
	return all
}

// rows are all of them, those to act on first.
func (b *book) rows() (all []Row) {
	for _, id := range b.accounts() {
		if h, there := b.heads[id]; there {
			all = append(all, b.row(h))
		}
	}
	slices.SortStableFunc(all, func(x, y Row) int { return x.rank(&y) })
	return all
}

func (b *book) row(h head) Row {
	r := Row{ID: h.ID, Code: h.Code, Name: h.Name, Owner: h.Owner, Signals: b.signals[h.ID], Broken: !b.broken[h.ID].IsZero(), Causes: []Rated{}}
	if at := b.facts.Row(h.ID); at >= 0 && b.facts.Sees(at) {
		r.Tier = b.facts.Word("tier", at)
	}
	r.Sales = sales(b.facts, h.ID)
	for _, one := range register(b.risks[h.ID], &b.cfg, b.today) {
		if one.Version == 0 {
			continue
		}
		r.Causes = append(r.Causes, one)
		r.Late, r.Stale = r.Late+flag(one.Late), r.Stale+flag(one.Stale)
	}
	if worst, judged := risk.Worst(judged(b.risks[h.ID])); judged {
		r.Score, r.Cause, r.Level = worst.Score(), worst.Cause, b.cfg.Level(worst.Score())
		r.Since = b.levels[h.ID].Since
	}
	return r
}

// sales are those of an account, as far as the viewer is told.
func sales(f *portfolio.Facts, account kernel.ID) *int64 {
	row := f.Row(account)
	if row < 0 || !f.Sees(row) {
		return nil
	}
	if n := f.Value("sales", row); n.Known() {
		return new(int64(n))
	}
	return nil
}

// Board is a page of the alerts of the accounts in sight.
func (s *Service) Board(ctx context.Context, w Which) (Board, error) {
	b, err := s.read(ctx)
	if err != nil {
		return Board{}, err
	}
	all := b.rows()
	board := Board{Today: b.today, Scope: b.facts.Scope(), Currency: b.facts.Currency, Config: b.version, Rows: []Row{}}
	board.count(all, &b.cfg)
	all = slices.DeleteFunc(all, func(r Row) bool { return !w.takes(&r) })
	from := min(w.From, len(all))
	to := min(from+w.Limit, len(all))
	if board.Rows = append(board.Rows, all[from:to]...); to < len(all) {
		board.Next = to
	}
	return board, nil
}

// Sheet is the register of one account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	return sheet, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		names, err := heads(tx, account)
		if err != nil {
			return err
		}
		sheet = Sheet{Account: account, Name: names[account].Name, Today: s.today(), May: s.accounts.Require(identity.As(tx, "risk:write"), account) == nil}
		if err := s.register(tx, &sheet); err != nil {
			return err
		}
		if sheet.Signals, err = signalsOf(tx, account); err != nil {
			return err
		}
		if sheet.Looks, err = looks(tx, account); err != nil {
			return err
		}
		order(sheet.Looks)
		for _, l := range sheet.Looks {
			sheet.Looked = l.Looked
		}
		return s.breaks(tx, &sheet)
	})
}

// register fills in the nine causes, and what follows from them.
func (s *Service) register(tx *db.Tx, sheet *Sheet) error {
	cfg, version, err := s.settings(tx)
	if err != nil {
		return err
	}
	all, err := risks(tx, sheet.Account)
	if err != nil {
		return err
	}
	worst, _ := risk.Worst(judged(all))
	sheet.Config, sheet.Score, sheet.Level, sheet.Why = version, worst.Score(), cfg.Level(worst.Score()), cfg.Explain(judged(all))
	sheet.Causes = register(all, &cfg, sheet.Today)
	sheet.Past, err = past(tx, sheet.Account)
	for i := range sheet.Past {
		sheet.Past[i].Level = cfg.Level(sheet.Past[i].Score)
	}
	return err
}

// breaks fills in how the relationship was interrupted.
func (s *Service) breaks(tx *db.Tx, sheet *Sheet) (err error) {
	sheet.Interruption, err = interruptions(tx, sheet.Account)
	for n := range sheet.Interruption {
		i := &sheet.Interruption[n]
		pending := i.Closed.IsZero()
		i.Late, sheet.Broken = pending && i.Due.Compare(sheet.Today) < 0, sheet.Broken || pending
	}
	return err
}
