package competitor

import (
	"context"
	"iter"
	"math"

	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Exported are the columns of exported battle cards, as text keys.
var Exported = []string{"competitor.name_of", "competitor.strengths", "competitor.weakness", "competitor.says", "competitor.evidence", "competitor.on",
	"competitor.expires", "competitor.met", "competitor.won", "competitor.taken"}

// Export are all battle cards as rows under Exported.
func (s *Service) Export(ctx context.Context) (iter.Seq[[]any], error) {
	l, err := s.List(ctx)
	return func(yield func([]any) bool) {
		for _, c := range l.Rows {
			if !yield([]any{c.Name, c.Strengths, c.Weakness, c.Says, c.Evidence, c.Checked, c.Expires, int64(c.Record.Met), int64(c.Record.Won), int64(c.Record.Taken)}) {
				return
			}
		}
	}, err
}

// Standing are the columns of exported rivals, as text keys.
var Standing = []string{"competitor.deal_code", "competitor.deal", "competitor.kind", "competitor.name_of", "rivalry.attribute_product", "rivalry.attribute_solution",
	"rivalry.attribute_price", "rivalry.attribute_relation", "rivalry.attribute_reputation", "rivalry.attribute_experience", "rivalry.attribute_technology",
	"rivalry.attribute_alliance", "competitor.mean", "competitor.power", "competitor.opposition", "competitor.threat", "competitor.active", "competitor.incumbent",
	"competitor.weakness", "competitor.evidence", "competitor.by", "competitor.on"}

// ExportRivals are all rivals of the deals in sight as rows under Standing.
func (s *Service) ExportRivals(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	var all []Rival
	var of map[kernel.ID]head
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		if of, err = heads(tx); err != nil {
			return err
		}
		if all, err = rivals(tx, kernel.ID{}); err != nil {
			return err
		}
		return s.read(tx, all)
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			if !yield(r.cells(of[r.Deal], say)) {
				return
			}
		}
	}, err
}

// cells are a rival as a row.
func (r *Rival) cells(of head, say func(key string) string) []any {
	kind := "competitor.kind_" + r.Kind
	row := []any{of.Code, of.Name, say(kind), r.Name}
	if r.Kind == Own {
		row[3] = say("competitor.we")
	}
	for _, n := range r.Ratings {
		row = append(row, digit(n))
	}
	return append(row, number(r.Mean), digit(r.Power), digit(r.Opposition), number(r.Threat), say(answer(r.Active)), say(answer(r.Incumbent)),
		r.Weakness, r.Evidence, r.By, r.On)
}

func digit(n int) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}

func number(n null.Number) any {
	if !n.Known() {
		return nil
	}
	return kernel.Micro(int64(math.Round(float64(n) * 1e6)))
}

func answer(yes bool) string {
	if yes {
		return "competitor.yes"
	}
	return "competitor.no"
}

// Compared are the columns of exported grids, as text keys.
var Compared = []string{"competitor.scope", "competitor.place", "competitor.product", "competitor.name_of", "rivalry.value", "competitor.mark", "competitor.scores",
	"competitor.evidence", "competitor.by", "competitor.on"}

// ExportGrid are all ratings of the grids in sight as rows under Compared.
func (s *Service) ExportGrid(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	var all []Cell
	var names, places map[kernel.ID]string
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		if all, err = every(tx); err != nil {
			return err
		}
		if err = s.value(tx, all); err != nil {
			return err
		}
		names, places, err = s.named(tx, all)
		return err
	})
	return func(yield func([]any) bool) {
		for _, c := range all {
			place, who := c.Place, names[c.Competitor]
			if c.Scope == OfAccount {
				place = places[c.Account]
			}
			if c.Competitor.IsZero() {
				who = say("competitor.we")
			}
			scope, mark := "competitor.of_"+c.Scope, "rivalry.mark_"+string(c.Mark)
			if !yield([]any{say(scope), place, c.Product, who, number(c.Value), say(mark), c.Words, c.Evidence, c.By, c.On}) {
				return
			}
		}
	}, err
}

// value finds what follows from the ratings of cells, by the factors of their industry.
func (s *Service) value(tx *db.Tx, all []Cell) error {
	cfg, err := s.settings(tx)
	for i := range all {
		industry := all[i].Place
		if all[i].Scope == OfAccount {
			at, err := siteOf(tx, all[i].Account)
			if err != nil {
				return err
			}
			industry = at.Industry
		}
		all[i].read(&cfg, cfg.Of(industry), s.today())
	}
	return err
}

// named are the names of competitors and accounts of cells.
func (s *Service) named(tx *db.Tx, all []Cell) (competitors, accounts map[kernel.ID]string, err error) {
	var ids, of []kernel.ID
	for _, c := range all {
		ids = append(ids, c.Competitor)
		if !c.Account.IsZero() {
			of = append(of, c.Account)
		}
	}
	if competitors, err = s.Named(tx, ids...); err != nil {
		return nil, nil, err
	}
	accounts, err = s.Accounts.Names(tx, of)
	return competitors, accounts, err
}

// Population is how many battle cards there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (int64, error) { return s.whole(ctx, count) }

// PopulationOfRivals is how many rivals there are.
func (s *Service) PopulationOfRivals(ctx context.Context) (int64, error) {
	return s.whole(ctx, countRivals)
}

// PopulationOfGrid is how many ratings there are.
func (s *Service) PopulationOfGrid(ctx context.Context) (int64, error) {
	return s.whole(ctx, countCells)
}

func (s *Service) whole(ctx context.Context, counted func(*db.Tx) (int64, error)) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = counted(tx)
		return err
	})
}
