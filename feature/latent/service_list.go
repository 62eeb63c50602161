package latent

import (
	"context"
	"iter"
	"maps"
	"slices"

	market "erba/analysis/latent"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
)

// reading is what one reader gets of the board.
type reading struct {
	*board
	facts    *portfolio.Facts
	declined refusals
	whole    bool // he sees every account
}

// open begins to read the board on behalf of the viewer of ctx.
func (s *Service) open(ctx context.Context) (r *reading, err error) {
	r = &reading{}
	if r.board, err = s.latest(ctx); err != nil {
		return nil, err
	}
	if r.facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	r.whole = r.facts.Scope() == string(portfolio.Whole)
	return r, s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := declined(tx, kernel.ID{})
		r.declined = refusalsOf(all)
		return err
	})
}

// List are candidates of accounts in sight, the most valuable first.
func (s *Service) List(ctx context.Context, w Which, from, limit int) (Rows, error) {
	r, err := s.open(ctx)
	if err != nil {
		return Rows{}, err
	}
	page := Rows{Scope: r.facts.Scope(), Mined: r.Version > 0, AsOf: r.AsOf, From: r.from(), Rows: []Row{}}
	all := best{most: from + limit}
	r.each(w, &page, all.take)
	entries := all.sorted()
	for _, e := range entries[min(from, len(entries)):] {
		page.Rows = append(page.Rows, r.tell(e))
	}
	if from+limit < page.Count {
		page.Next = from + limit
	}
	return page, s.name(ctx, candidatesOf(page.Rows))
}

func candidatesOf(rows []Row) []*Candidate {
	all := make([]*Candidate, len(rows))
	for i := range rows {
		all[i] = &rows[i].Candidate
	}
	return all
}

// each takes the candidates that a list holds, and counts them.
func (r *reading) each(w Which, page *Rows, take func(entry)) {
	var counts total
	industries := map[string]bool{}
	for at, id := range r.accounts {
		row := r.facts.Row(id)
		if row < 0 || !r.facts.Sees(row) {
			continue
		}
		a, before := r.facts.Account(row), page.Count
		if !w.Owner.IsZero() && a.Owner != w.Owner {
			continue
		}
		place := r.until[at] - int32(len(r.of(at)))
		for i, c := range r.of(at) {
			if !r.declined.open(r.board, id, c) || w.Product != "" && r.products[c.Product] != w.Product {
				continue
			}
			if industries[a.Industry] = true; w.Industry != "" && a.Industry != w.Industry {
				continue
			}
			counts[c.Kind]++
			if w.Kind != "" && c.Kind.String() != w.Kind {
				continue
			}
			page.Count++
			take(entry{int32(at), place + int32(i), row, r.worth(at, c)})
		}
		if page.Count > before {
			page.Accounts++
		}
	}
	delete(industries, "")
	page.Counts, page.Industries = counts.counts(), slices.AppendSeq([]string{}, maps.Keys(industries))
	slices.Sort(page.Industries)
}

// worth is the value of a candidate as far as the reader may know it.
func (r *reading) worth(at int, c market.Candidate) int64 {
	if !r.tells(r.segments[at], c, r.whole) {
		return untold
	}
	return c.Value
}

func (r *reading) tell(e entry) Row {
	a := r.facts.Account(e.row)
	return Row{Account: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Industry: a.Industry, Size: r.facts.Word("size", e.row),
		Candidate: r.candidate(r.segments[e.at], r.found[e.place], r.whole)}
}

// name gives products the names by which people know them.
func (s *Service) name(ctx context.Context, all []*Candidate) error {
	codes := map[string]bool{}
	for _, c := range all {
		codes[c.Product], codes[c.With] = true, true
	}
	names, err := s.names(ctx, codes)
	for _, c := range all {
		c.ProductName, c.WithName = names(c.Product), names(c.With)
	}
	return err
}

// names tells the name of a product by its code; who has none is called by it.
func (s *Service) names(ctx context.Context, codes map[string]bool) (func(code string) string, error) {
	names := map[string]string{}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := s.products.ByCode(tx, slices.Collect(maps.Keys(codes)))
		for code, p := range found {
			names[code] = p.Name
		}
		return err
	})
	return func(code string) string {
		if name := names[code]; name != "" {
			return name
		}
		return code
	}, err
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"latent.code", "latent.name", "latent.industry", "latent.kind", "latent.product", "latent.product_name",
	"latent.with", "latent.value", "latent.every", "latent.last", "latent.since"}

// Export is a whole list as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	r, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	var all best
	r.each(w, new(Rows), all.take)
	entries := all.sorted()
	codes := map[string]bool{}
	for _, e := range entries {
		codes[r.products[r.found[e.place].Product]] = true
	}
	names, err := s.names(ctx, codes)
	return func(yield func([]any) bool) {
		for _, e := range entries {
			one := r.tell(e)
			one.ProductName = names(one.Product)
			if !yield(one.cells(say)) {
				return
			}
		}
	}, err
}

// cells are a row under Exported.
func (r *Row) cells(say func(key string) string) []any {
	cells := []any{r.Code, r.Name, r.Industry, say("latent." + r.Kind), r.Product, r.ProductName, r.With, nil, nil, nil, nil}
	if r.Value != nil {
		cells[7] = export.Amount(*r.Value)
	}
	if r.Every > 0 {
		cells[8], cells[9], cells[10] = kernel.Micro(int64(r.Every*1e6)), r.Last, int64(r.Since)
	}
	return cells
}

// Pairs are the products that go together most, the strongest first.
func (s *Service) Pairs(ctx context.Context, limit int) (p Pairs, err error) {
	r, err := s.open(ctx)
	if err != nil {
		return p, err
	}
	all := r.strongest()
	p = Pairs{Count: len(all), Rows: all[:min(limit, len(all))]}
	codes := map[string]bool{}
	for i := range p.Rows {
		one := &p.Rows[i]
		if codes[one.First], codes[one.Second] = true, true; !r.whole {
			one.Orders = 0
		}
	}
	names, err := s.names(ctx, codes)
	for i := range p.Rows {
		p.Rows[i].FirstName, p.Rows[i].SecondName = names(p.Rows[i].First), names(p.Rows[i].Second)
	}
	return p, err
}
