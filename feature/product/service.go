package product

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Service is what others may ask of product.
type Service struct{ db *db.DB }

// NewService returns the product service.
func NewService(d *db.DB) *Service { return &Service{d} }

// List returns a page of the products.
func (s *Service) List(ctx context.Context, f Filter) (page Page, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		page.Rows, err = list(tx, f)
		return err
	})
	if n := len(page.Rows); n > 0 && n == f.Limit {
		page.Next = page.Rows[n-1].ID
	}
	return page, err
}

// Find returns one product.
func (s *Service) Find(ctx context.Context, id kernel.ID) (p Product, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		p, err = find(tx, id)
		return err
	})
	return p, err
}

// Each calls f for every product.
func (s *Service) Each(tx *db.Tx, f func(Product)) error {
	all, err := list(tx, Filter{Limit: everything})
	for _, p := range all {
		f(p)
	}
	return err
}

// everything is more products than anybody sells.
const everything = 1 << 30

// ByCode returns the products that files name by their codes; unknown codes are left out.
func (s *Service) ByCode(tx *db.Tx, codes []string) (map[string]Product, error) {
	return byCode(tx, codes)
}

// Add makes a new product.
func (s *Service) Add(ctx context.Context, p Product) (Product, error) {
	p.fresh()
	if err := p.Check(); err != nil {
		return p, err
	}
	return p, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := insert(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "product.added", "product", p.ID, nil, p)
	})
}

func (p *Product) fresh() {
	p.tidy()
	p.ID, p.Version, p.SortKey = kernel.NewID(), 1, db.SortKey(p.Name)
}

// Save replaces the version of a product that the viewer has seen.
func (s *Service) Save(ctx context.Context, p Product) (Product, error) {
	p.tidy()
	p.SortKey = db.SortKey(p.Name)
	if err := p.Check(); err != nil {
		return p, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, p.ID)
		if err != nil {
			return err
		}
		if err := replace(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "product.changed", "product", p.ID, old, p)
	})
	p.Version++
	return p, err
}

// Book adds the products whose codes are new and fills in the others; an empty
// field says nothing and takes nothing away. The products have passed Check.
func (s *Service) Book(tx *db.Tx, products []Product) (out Outcome, err error) {
	out, added, changed, err := sort(tx, products)
	if err != nil {
		return out, err
	}
	if err := insert(tx, added...); err != nil {
		return out, err
	}
	for _, p := range added {
		out.Written = append(out.Written, kernel.WrittenOver[Product](nil, p.ID, p.Version))
	}
	remembered := make([]audit.Record, len(changed))
	for i, c := range changed {
		if err := replace(tx, c.next); err != nil {
			return out, err
		}
		out.Written = append(out.Written, kernel.WrittenOver(&c.old, c.old.ID, c.old.Version+1))
		remembered[i] = audit.Record{ID: c.old.ID, Before: c.old, After: c.next}
	}
	if err := audit.ChangedAll(tx, "product.imported", "product", remembered); err != nil {
		return out, err
	}
	return out, audit.Note(tx, "product.booked", "product", kernel.ID{},
		map[string]int{"inserted": out.Inserted, "updated": out.Updated})
}

// Compare counts what Book would do and writes nothing.
func (s *Service) Compare(tx *db.Tx, products []Product) (Outcome, error) {
	out, _, _, err := sort(tx, products)
	return out, err
}

// change is a known product with what a file says of it.
type change struct{ old, next Product }

// sort tells new products from changed ones; of a code that stands twice, the
// later row fills in the earlier.
func sort(tx *db.Tx, products []Product) (out Outcome, added []Product, changed []change, err error) {
	codes := make([]string, len(products))
	for i := range products {
		products[i].tidy()
		codes[i] = products[i].Code
	}
	known, err := byCode(tx, codes)
	if err != nil {
		return out, nil, nil, err
	}
	places := map[string]*Product{}
	added, changed = make([]Product, 0, len(products)), make([]change, 0, len(known))
	for i, news := range products {
		old, is := known[news.Code]
		if place := places[news.Code]; place != nil {
			old = *place
		} else if !is {
			news.fresh()
			added = append(added, news)
			places[news.Code] = &added[len(added)-1]
			out.Inserted++
			out.Some = kernel.Sampled(out.Some, kernel.Sample[Product]{Row: i, Now: news})
			continue
		}
		next := old.filled(news)
		next.SortKey = db.SortKey(next.Name)
		if same(old, next) {
			out.Same++
			continue
		}
		out.Some = kernel.Sampled(out.Some, kernel.Sample[Product]{Row: i, Was: &old, Now: next})
		switch place := places[news.Code]; {
		case place != nil:
			*place = next
			out.Updated++
		default:
			changed = append(changed, change{old, next})
			places[news.Code] = &changed[len(changed)-1].next
			out.Updated++
		}
	}
	return out, added, changed, nil
}
