package pricing

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Shown is a list with of how many products it speaks, and whether it holds today.
type Shown struct {
	List
	Count int  `json:"count" doc:"Products"`
	Holds bool `json:"holds" doc:"Today"`
}

// Lists are all lists of prices, the latest first.
type Lists struct {
	Currency   string   `json:"currency"`
	Rows       []Shown  `json:"rows"`
	Regions    []string `json:"regions"`
	Industries []string `json:"industries"`
	Tiers      []string `json:"tiers"`
	May        bool     `json:"may" doc:"The viewer may change them"`
}

// tiers are the classes of customers for whom there may be a list.
var tiers = []string{"NAMED", "NONNAMED", "MAJOR", "MASS"}

// Lists are all lists of prices.
func (s *Service) Lists(ctx context.Context) (l Lists, err error) {
	l = Lists{Rows: []Shown{}, Tiers: tiers, May: may(ctx, "pricing:write")}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if l.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		all, err := lists(tx)
		if err != nil {
			return err
		}
		of, err := counts(tx)
		if err != nil {
			return err
		}
		for _, one := range all {
			l.Rows = append(l.Rows, Shown{one, of[one.ID], one.holds(s.today())})
		}
		if !l.May {
			return nil
		}
		if l.Regions, err = places(tx, "region"); err != nil {
			return err
		}
		l.Industries, err = places(tx, "industry")
		return err
	})
	return l, err
}

func (l List) holds(on kernel.Date) bool {
	return l.From.Compare(on) <= 0 && (l.Until.IsZero() || l.Until.Compare(on) >= 0)
}

func may(ctx context.Context, grant string) bool {
	v, _ := identity.From(ctx)
	return v.Reaches(grant)
}

// Prices is a piece of a list.
type Prices struct {
	List List    `json:"of"`
	Rows []Entry `json:"rows"`
	Next string  `json:"next,omitempty"`
}

// Prices are a page of a list, by the codes of the products.
func (s *Service) Prices(ctx context.Context, id kernel.ID, search, after string, limit int) (p Prices, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if p.List, err = findList(tx, id); err != nil {
			return err
		}
		p.Rows, err = entries(tx, id, search, after, limit+1)
		return err
	})
	if len(p.Rows) > limit {
		p.Rows = p.Rows[:limit]
		p.Next = p.Rows[limit-1].Code
	}
	return p, err
}

// AddList begins a list.
func (s *Service) AddList(ctx context.Context, l List) (List, error) {
	l.tidy()
	l.ID, l.By, l.Made, l.Version = kernel.NewID(), viewer(ctx), s.today(), 1
	if err := l.Check(); err != nil {
		return l, err
	}
	return l, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addList(tx, l); err != nil {
			return err
		}
		return audit.Changed(tx, "pricing.list_added", "price_list", l.ID, nil, l)
	})
}

// SaveList changes what a list is, over the version that was read.
func (s *Service) SaveList(ctx context.Context, l List) (List, error) {
	l.tidy()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findList(tx, l.ID)
		if err != nil {
			return err
		}
		l.By, l.Made = old.By, old.Made
		if err := l.Check(); err != nil {
			return err
		}
		if err := saveList(tx, l); err != nil {
			return err
		}
		l.Version++
		return audit.Changed(tx, "pricing.list_changed", "price_list", l.ID, old, l)
	})
	return l, err
}

// DropList takes a list away.
func (s *Service) DropList(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findList(tx, id)
		if err != nil {
			return err
		}
		if err := dropList(tx, id, version); err != nil {
			return err
		}
		return audit.Changed(tx, "pricing.list_dropped", "price_list", id, old, nil)
	})
}

// SetPrice says what a product costs by a list; nothing: it does not speak of it.
func (s *Service) SetPrice(ctx context.Context, list kernel.ID, version int64, product kernel.ID, listed *kernel.Decimal) (l List, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if l, err = findList(tx, list); err != nil {
			return err
		}
		if err := touch(tx, list, version); err != nil {
			return err
		}
		l.Version++
		if listed == nil {
			if err := dropEntry(tx, list, product); err != nil {
				return err
			}
		} else if err := s.put(tx, list, product, *listed); err != nil {
			return err
		}
		return audit.Note(tx, "pricing.list_price", "price_list", list, map[string]any{"product": product, "list": listed})
	})
	return l, err
}

func (s *Service) put(tx *db.Tx, list, product kernel.ID, listed kernel.Decimal) error {
	if err := sound(listed, "list"); err != nil {
		return err
	}
	if _, err := wareOf(tx, product); err != nil {
		return err
	}
	return setEntry(tx, list, product, listed)
}

// Floors are the floors of all products, the latest of each first.
func (s *Service) Floors(ctx context.Context, search string) (all []Floor, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = floors(tx, search)
		return err
	})
	return all, err
}

// SetFloor says below which price a product is not sold from a day on.
func (s *Service) SetFloor(ctx context.Context, f Floor) (Floor, error) {
	f.Made = s.today()
	if f.From.IsZero() {
		f.From = f.Made
	}
	if f.Floor == nil {
		return f, kernel.Invalid("pricing.bad_price").In("floor")
	}
	if err := sound(*f.Floor, "floor"); err != nil {
		return f, err
	}
	if f.Unit != nil && f.Unit.Sign() < 0 {
		return f, kernel.Invalid("pricing.bad_price").In("unit_cost")
	}
	return f, s.db.Write(ctx, func(tx *db.Tx) error {
		of, err := wareOf(tx, f.Product)
		if err != nil {
			return err
		}
		f.Code, f.Name = of.Code, of.Name
		if err := setFloor(tx, f, viewer(ctx)); err != nil {
			return err
		}
		return audit.Note(tx, "pricing.floor_set", "product", f.Product, map[string]any{"from": f.From})
	})
}

// DropFloor takes back a floor that was to hold from a day on.
func (s *Service) DropFloor(ctx context.Context, product kernel.ID, from kernel.Date) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := dropFloor(tx, product, from); err != nil {
			return err
		}
		return audit.Note(tx, "pricing.floor_dropped", "product", product, map[string]any{"from": from})
	})
}
