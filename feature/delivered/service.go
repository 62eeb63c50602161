package delivered

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps the sheets of accounts.
type Service struct {
	db       *db.DB
	accounts *account.Service
	today    func() kernel.Date
}

// NewService returns the service of delivered value.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, kernel.Today}
}

// Offers are the sheets of an account.
type Offers struct {
	Rows []Offer `json:"rows" doc:"The latest first"`
	May  bool    `json:"may"  doc:"The viewer may write them"`
}

// Of are the sheets of an account.
func (s *Service) Of(ctx context.Context, account kernel.ID) (found Offers, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		found.May = s.accounts.Require(identity.As(tx, "delivered:write"), account) == nil
		found.Rows, err = filled(tx, account)
		return err
	})
	return found, err
}

// Find is one sheet.
func (s *Service) Find(ctx context.Context, id kernel.ID) (o Offer, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		o, err = s.sheet(tx, id)
		return err
	})
	return o, err
}

// sheet is one with its sides and values.
func (s *Service) sheet(tx *db.Tx, id kernel.ID) (Offer, error) {
	o, err := find(tx, id)
	if err != nil {
		return o, err
	}
	all, err := filled(tx, o.Account)
	if at := slices.IndexFunc(all, func(one Offer) bool { return one.ID == id }); err == nil && at >= 0 {
		return all[at], nil
	}
	return o, err
}

// Open begins a sheet.
func (s *Service) Open(ctx context.Context, o Offer) (Offer, error) {
	viewer, _ := identity.From(ctx)
	o.tidy()
	o.ID, o.Version, o.ByID, o.By, o.On = kernel.NewID(), 1, viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	for i := range o.Sides {
		o.Sides[i].Offer = o.ID
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, o.Account); err != nil {
			return err
		}
		if err := o.Check(); err != nil {
			return err
		}
		if err := add(tx, o); err != nil {
			return err
		}
		return audit.Changed(tx, "delivered.opened", "offer", o.ID, nil, remembered(o))
	})
	if err == nil {
		o.fill(nil)
	}
	return o, err
}

// Change names a sheet and the others in it anew, and takes in more of them; nobody
// of whom anything may be said is left out.
func (s *Service) Change(ctx context.Context, next Offer) (o Offer, err error) {
	next.tidy()
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if o, err = s.sheet(tx, next.ID); err != nil {
			return err
		}
		before := remembered(o)
		next.Unit = o.Unit
		if err := next.Check(); err != nil {
			return err
		}
		if len(next.Sides) < len(o.Sides) {
			return kernel.Refused("delivered.side_lost")
		}
		if err := rename(tx, next); err != nil {
			return err
		}
		for i := range next.Sides {
			if next.Sides[i].Offer = o.ID; i < len(o.Sides) {
				err = renameSide(tx, next.Sides[i])
			} else {
				err = addSides(tx, next.Sides[i:i+1])
			}
			if err != nil {
				return err
			}
		}
		if o, err = s.sheet(tx, next.ID); err != nil {
			return err
		}
		return audit.Changed(tx, "delivered.changed", "offer", o.ID, before, remembered(o))
	})
	return o, err
}

// Drop forgets a sheet.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		o, err := s.sheet(tx, id)
		if err != nil {
			return err
		}
		before := remembered(o)
		o.Version = version
		if err := drop(tx, o); err != nil {
			return err
		}
		return audit.Changed(tx, "delivered.dropped", "offer", id, before, nil)
	})
}

// Value is what a component of a side is worth.
func (s *Service) Value(ctx context.Context, offer kernel.ID, side int64, component string) (v Value, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		o, err := s.sheet(tx, offer)
		if err == nil {
			v, err = o.at(side, component)
		}
		return err
	})
	return v, err
}

// at is a value of a sheet.
func (o *Offer) at(side int64, component string) (Value, error) {
	if side >= 0 && side < int64(len(o.Sides)) {
		for _, v := range o.Sides[side].Values {
			if v.Component == component {
				return v, nil
			}
		}
	}
	return Value{}, kernel.Missing("db.missing")
}

// Say notes what a component of a side is worth, in place of the version that was read.
func (s *Service) Say(ctx context.Context, v Value) (Value, error) {
	viewer, _ := identity.From(ctx)
	v.ID, v.Evidence, v.Latest = kernel.NewID(), strings.TrimSpace(v.Evidence), true
	v.ByID, v.By, v.On = viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	return v, s.db.Write(ctx, func(tx *db.Tx) error {
		o, err := s.sheet(tx, v.Offer)
		if err != nil {
			return err
		}
		old, err := o.at(v.Place, v.Component)
		if err != nil {
			return err
		}
		if err := v.Check(o.Unit); err != nil {
			return err
		}
		if old.Version != v.Version {
			return kernel.Stale("db.stale")
		}
		if old.Version > 0 {
			if err := retire(tx, old); err != nil {
				return err
			}
		}
		v.Version++
		if err := addValue(tx, v); err != nil {
			return err
		}
		return audit.Note(tx, "delivered.said", "account", o.Account, said{o.Name, o.Sides[v.Place].Name, v})
	})
}

// said is a value as the audit keeps it: of which sheet, and whose.
type said struct {
	Offer string `json:"offer"`
	Side  string `json:"side"`
	Value
}

// kept is a sheet as the audit keeps it.
type kept struct {
	Account kernel.ID `json:"account"`
	Name    string    `json:"name"`
	Unit    string    `json:"unit"`
	Others  []string  `json:"others"`
}

func remembered(o Offer) kept {
	k := kept{o.Account, o.Name, o.Unit, []string{}}
	for _, side := range o.Sides[1:] {
		k.Others = append(k.Others, side.Name)
	}
	return k
}

// filled are the sheets of an account with their sides and values.
func filled(tx *db.Tx, account kernel.ID) ([]Offer, error) {
	all, err := offersOf(tx, account)
	if err != nil {
		return nil, err
	}
	beside, err := sides(tx, account)
	if err != nil {
		return nil, err
	}
	known, err := values(tx, account)
	for i := range all {
		for _, side := range beside {
			if side.Offer == all[i].ID {
				all[i].Sides = append(all[i].Sides, side)
			}
		}
		all[i].fill(known)
	}
	return append([]Offer{}, all...), err
}
