package development

import (
	"cmp"
	"context"
	"slices"

	stages "erba/analysis/development"
	"erba/analysis/null"
	"erba/analysis/segment"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// board is where all accounts stand, beside the columns of the portfolio. It is
// made anew when something was said, when somebody climbed or fell, when accounts
// or a setting change, and on another day.
type board struct {
	revision, settings int64
	day                kernel.Date
	columns            *portfolio.Columns
	grids              Grids
	marks              []mark
}

// current is the board as it is now.
func (s *Service) current(ctx context.Context, columns *portfolio.Columns) (*board, error) {
	now := board{day: s.today(), columns: columns}
	err := s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) (err error) {
		if now.revision, err = revision(tx); err == nil {
			now.settings, err = s.methods.Revision(tx)
		}
		return err
	})
	if old := s.board.Load(); err == nil && old != nil && old.is(&now) {
		return old, nil
	}
	if err != nil {
		return nil, err
	}
	next, err := s.draw(ctx)
	if err == nil {
		next.revision, next.settings = now.revision, now.settings // read before: it may be newer than it says, never older
		s.board.Store(next)
	}
	return next, err
}

func (b *board) is(now *board) bool {
	return b.revision == now.revision && b.settings == now.settings && b.day == now.day && b.columns == now.columns
}

// draw makes a board.
func (s *Service) draw(ctx context.Context) (*board, error) {
	b, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	moved := map[kernel.ID][]Stand{}
	err = s.db.Snapshot(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		b.inputs = none()
		for _, read := range []func(*db.Tx, *book, kernel.ID) error{s.judged, s.interrupted, s.stood} {
			if err := read(tx, b, kernel.ID{}); err != nil {
				return err
			}
		}
		return climbed(tx, b.day.AddMonths(-trendMonths), func(one Stand) { moved[one.Account] = append(moved[one.Account], one) })
	})
	if err != nil {
		return nil, err
	}
	next := &board{day: b.day, columns: b.Columns, grids: Grids{b.square.Relationship, b.square.Views}, marks: make([]mark, b.Len())}
	for row := range int32(b.Len()) {
		account := b.Account(row).ID
		next.marks[row] = b.mark(account)
		next.marks[row].trend = trend(moved[account])
	}
	return next, nil
}

// mark is what all those who look at many accounts are told of one.
func (b *book) mark(account kernel.ID) (m mark) {
	now, stood := b.stands[account]
	if m.stage = int8(now.Stage); !stood {
		m.stage = stages.Exploratory
	}
	m.since, m.overridden = now.Since, now.Overridden
	_, m.broken = b.broken[account]
	m.product, m.involvement, m.index = null.None, null.None, null.None
	if said := b.said[account]; len(said) > 0 {
		b.rate(&m, account, said)
		return m
	}
	m.target = int8(stages.AimOf(int(m.stage), 0, 0, 0).Stage)
	return m
}

// rate adds what people said of an account.
func (b *book) rate(m *mark, account kernel.ID, said map[string]Judgement) {
	r := b.involved.Judge(said[Involvement].numbers())
	m.cell, m.product, m.involvement = int8(r.Cell), r.Product, r.Involvement
	if answers := said[Supplier].numbers(); len(answers) > 0 {
		m.index = supplier.Index(answers)
	}
	m.class = b.supplier.Class(m.index)
	if at := said[Relation].Scores; len(at) == 2 {
		m.relation = square.Point{X: at[0], Y: at[1]}
	}
	if at := said[Survey].Scores; len(at) == 1 {
		m.views = square.Point{X: int(m.stage), Y: at[0]}
	}
	m.rated = m.cell > 0 || m.class != "" || m.relation.X > 0 || m.views.X > 0
	stage, warned := heading(said[Target], b.aim(account, int(m.stage)), b.supplier.Limit(m.index))
	m.target, m.warned = int8(stage), warned
}

// sight is what a viewer sees of the board.
type sight struct {
	*portfolio.Facts
	*board
	tier int
}

func (s *Service) look(ctx context.Context) (*sight, error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	v := &sight{Facts: facts, tier: slices.IndexFunc(facts.Fields(), func(f segment.Field) bool { return f.Name == "tier" })}
	if v.board, err = s.current(ctx, facts.Columns); err == nil && v.board.columns != facts.Columns {
		return s.look(ctx) // somebody has imported meanwhile
	}
	return v, err
}

func (v *sight) tierOf(row int32) string {
	if v.tier < 0 {
		return ""
	}
	return v.Text(v.tier, row)
}

// each calls f for every account in sight.
func (v *sight) each(f func(row int32, tier string, m *mark)) {
	for row := range int32(v.Len()) {
		if v.Sees(row) {
			f(row, v.tierOf(row), &v.marks[row])
		}
	}
}

// Map is where the accounts of the viewer stand.
func (s *Service) Map(ctx context.Context) (Map, error) {
	v, err := s.look(ctx)
	if err != nil {
		return Map{}, err
	}
	m := Map{Today: v.day, Scope: v.Scope(), Grids: v.grids}
	for _, tier := range Tiers {
		for stage := stages.Integrated; stage >= stages.Exploratory; stage-- {
			m.Cells = append(m.Cells, Heat{Tier: tier, Stage: stage})
		}
	}
	v.each(func(row int32, tier string, one *mark) {
		m.add(&m.Cells[slices.Index(Tiers, tier)*stages.Integrated+stages.Integrated-int(one.stage)], one)
	})
	return m, nil
}

func (m *Map) add(cell *Heat, one *mark) {
	m.Accounts++
	cell.Count++
	if one.broken {
		m.Interrupted++
		cell.Interrupted++
	}
	if one.stage < one.target {
		m.Below++
	}
	switch one.trend {
	case Up:
		m.Up++
		cell.Up++
	case Down:
		m.Down++
		cell.Down++
	}
}

// List is a page of accounts, the most developed first, of equal ones the largest.
func (s *Service) List(ctx context.Context, w Which) (List, error) {
	v, err := s.look(ctx)
	if err != nil {
		return List{}, err
	}
	rows := v.rows(w)
	l := List{Scope: v.Scope(), Count: len(rows), Rows: []Row{}}
	from := min(max(w.From, 0), len(rows))
	to := min(from+w.Limit, len(rows))
	for _, row := range rows[from:to] {
		l.Rows = append(l.Rows, v.row(row))
	}
	if to < len(rows) {
		l.Next = to
	}
	return l, s.missing(ctx, l.Rows)
}

// rows are those that a list is about, in its order.
func (v *sight) rows(w Which) (rows []int32) {
	v.each(func(row int32, tier string, m *mark) {
		if w.takes(tier, v.Account(row).Owner, m) {
			rows = append(rows, row)
		}
	})
	rows = v.Largest(rows)
	slices.SortStableFunc(rows, func(a, b int32) int { return cmp.Compare(v.marks[b].stage, v.marks[a].stage) })
	return rows
}

func (v *sight) row(row int32) Row {
	a, r := v.Account(row), v.marks[row].row()
	r.ID, r.Code, r.Name, r.Owner, r.Tier, r.at = a.ID, a.Code, a.Name, a.Owner, v.tierOf(row), row
	return r
}

// missing adds to the rows of a page what each lacks for the next stage, today.
func (s *Service) missing(ctx context.Context, rows []Row) error {
	if len(rows) == 0 {
		return nil
	}
	b, err := s.open(ctx)
	if err != nil {
		return err
	}
	return s.db.Snapshot(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		for i := range rows {
			if err := s.gather(tx, b, rows[i].ID); err != nil {
				return err
			}
			if row := b.Row(rows[i].ID); row >= 0 {
				state := b.state(row)
				rows[i].Missing = append(rows[i].Missing, b.stage.Missing(&state)...)
			}
		}
		return nil
	})
}
