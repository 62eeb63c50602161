package loyalty

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"erba/analysis/loyalty"
	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Sheet is the ladder of one account, as it is now.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	return sheet, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		cfg, version, err := s.settings(tx)
		if err != nil {
			return err
		}
		sheet = Sheet{Account: account, Config: version, Months: cfg.Months, Lines: []Line{}, Others: []string{}, People: []Person{},
			May: s.accounts.Require(identity.As(tx, "loyalty:write"), account) == nil}
		if sheet.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		all, asOf, err := s.read(system(tx), account)
		if err != nil {
			return err
		}
		if sheet.Past, err = standings(tx, account, kernel.Date{}); err != nil {
			return err
		}
		sheet.AsOf = asOf
		for line, k := range all {
			sheet.Lines = append(sheet.Lines, s.line(&cfg, k, ofLine(sheet.Past, line)))
		}
		slices.SortFunc(sheet.Lines, func(a, b Line) int { return cmp.Or(cmp.Compare(*b.Sales, *a.Sales), cmp.Compare(a.Line, b.Line)) })
		return s.choices(tx, &sheet)
	})
}

// line is a line on the sheet of an account.
func (s *Service) line(cfg *loyalty.Config, k known, past []Standing) Line {
	one := k.given(s.today())
	rung := cfg.Rung(one)
	l := Line{Position: k.position, Sales: &k.sales, Share: told(one.Share), Attitude: told(one.Attitude), Rung: int(rung), Objective: rung.Objective(),
		Was: int(at(past, s.today().AddMonths(-cfg.Months))), Why: cfg.Explain(one)}
	if l.People == nil {
		l.People = []kernel.ID{}
	}
	l.Stale = l.Version > 0 && l.Expires.Compare(s.today()) <= 0
	if len(past) > 0 && past[0].Until.IsZero() {
		l.Since = past[0].Since
	}
	return l
}

// ofLine are the standings with one line.
func ofLine(all []Standing, line string) (some []Standing) {
	for _, one := range all {
		if one.Line == line {
			some = append(some, one)
		}
	}
	return some
}

// choices are what can be said something of: the other lines, and the people.
func (s *Service) choices(tx *db.Tx, sheet *Sheet) error {
	people, err := s.contacts.People(tx, sheet.Account)
	if err != nil {
		return err
	}
	for _, c := range people {
		sheet.People = append(sheet.People, Person{c.ID, c.Name, c.Title})
	}
	lines, err := s.lines(tx)
	for _, line := range lines {
		if !slices.ContainsFunc(sheet.Lines, func(l Line) bool { return l.Line == line }) {
			sheet.Others = append(sheet.Others, line)
		}
	}
	return err
}

// lines are all that we sell.
func (s *Service) lines(tx *db.Tx) (all []string, err error) {
	err = s.products.Each(tx, func(p product.Product) {
		if p.Line != "" {
			all = append(all, p.Line)
		}
	})
	slices.Sort(all)
	return slices.Compact(all), err
}

// book is what a board is made with.
type book struct {
	cfg     loyalty.Config
	version int64
	facts   *portfolio.Facts
	from    kernel.Date
	to      kernel.Date
	rows    []Row
	moved   []loyalty.Moved
}

// open reads it.
func (s *Service) open(ctx context.Context) (b *book, err error) {
	b = &book{to: s.today()}
	if b.facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.cfg, b.version, err = s.settings(tx); err != nil {
			return err
		}
		b.from = b.to.AddMonths(-b.cfg.Months)
		all, err := standings(tx, kernel.ID{}, b.from)
		b.enter(all)
		return err
	})
}

// enter puts standings into rows, by account and line.
func (b *book) enter(all []Standing) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Account == all[0].Account {
			n++
		}
		if at := b.facts.Row(all[0].Account); at >= 0 && b.facts.Sees(at) {
			b.take(at, all[:n])
		}
		all = all[n:]
	}
	slices.SortStableFunc(b.rows, func(x, y Row) int {
		return cmp.Or(cmp.Compare(spoken(y), spoken(x)), cmp.Compare(sum(y), sum(x)), cmp.Compare(x.Name, y.Name))
	})
}

func (b *book) take(at int32, own []Standing) {
	a := b.facts.Account(at)
	r := Row{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Tier: b.facts.Word("tier", at), Cells: []Cell{}}
	for len(own) > 0 {
		n := 1
		for n < len(own) && own[n].Line == own[0].Line {
			n++
		}
		b.cell(&r, own[:n])
		own = own[n:]
	}
	if len(r.Cells) > 0 {
		b.rows = append(b.rows, r)
	}
}

// cell is where an account stands with a line, the latest standing first.
func (b *book) cell(r *Row, own []Standing) {
	now := own[0]
	if !now.Until.IsZero() {
		return
	}
	was, rung := at(own, b.from), loyalty.Rung(now.Rung)
	c := Cell{Line: now.Line, Rung: now.Rung, Objective: rung.Objective(), Sales: &now.Sales, Since: now.Since, Was: int(was)}
	if now.Share != nil {
		c.Share = new(float64(*now.Share) / whole)
	}
	r.Cells = append(r.Cells, c)
	b.moved = append(b.moved, loyalty.Moved{Customer: int64(len(b.rows)), From: was, To: rung})
}

// spoken is 1 for an account of which any rung is known: those come first.
func spoken(r Row) int {
	if slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Rung > 0 }) {
		return 1
	}
	return 0
}

func sum(r Row) (n int64) {
	for _, c := range r.Cells {
		n += *c.Sales
	}
	return n
}

// Board is a page of the ladder of the accounts in sight.
func (s *Service) Board(ctx context.Context, w Which) (Board, error) {
	b, err := s.open(ctx)
	if err != nil {
		return Board{}, err
	}
	m := loyalty.Movements(b.moved)
	board := Board{Scope: b.facts.Scope(), Currency: b.facts.Currency, Config: b.version, Rows: []Row{},
		Movement: Movement{b.from, b.to, m.Customers, m.Up, m.Down, told(m.Rate)}}
	board.count(b.rows)
	rows := slices.DeleteFunc(b.rows, func(r Row) bool { return !w.matches(&r) })
	from := min(w.From, len(rows))
	to := min(from+w.Limit, len(rows))
	if board.Rows = append(board.Rows, rows[from:to]...); to < len(rows) {
		board.Next = to
	}
	return board, nil
}

// Rising is which part of the accounts in sight has moved up (the indicator
// 阶梯上升率); None while none is known on both days.
func (s *Service) Rising(ctx context.Context) (null.Number, error) {
	b, err := s.open(ctx)
	if err != nil {
		return null.None, err
	}
	return loyalty.Movements(b.moved).Rate, nil
}

// Exported are the columns of an exported ladder, as text keys.
var Exported = []string{"loyalty.code", "loyalty.account", "loyalty.line", "loyalty.rung", "loyalty.objective", "loyalty.action", "loyalty.share", "loyalty.sales",
	"loyalty.since", "loyalty.was"}

// Export is the ladder as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, r := range b.rows {
			if !w.Owner.IsZero() && r.Owner != w.Owner {
				continue
			}
			for _, c := range r.Cells {
				if w.takes(c) && !yield(b.cells(&r, c, say)) {
					return
				}
			}
		}
	}, nil
}

// cells are what an exported row holds: what an account buys only for who may
// know it.
func (b *book) cells(r *Row, c Cell, say func(key string) string) []any {
	var share, sales any
	if row := b.facts.Row(r.ID); row >= 0 && b.facts.Told(row) {
		if sales = export.Amount(*c.Sales); c.Share != nil {
			share = kernel.Micro(int64(*c.Share*1_000_000 + 0.5))
		}
	}
	now, was := loyalty.Rung(c.Rung), loyalty.Rung(c.Was)
	action, objective := "loyalty.action_R"+string(rune('0'+c.Rung)), "loyalty.objective_"+c.Objective
	if c.Rung == 0 {
		action, objective = "loyalty.action_none", "loyalty.objective_none"
	}
	return []any{r.Code, r.Name, c.Line, say(now.Key()), say(objective), say(action), share, sales, c.Since, say(was.Key())}
}

// Population is how many standings there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
}
