package pipeline

import (
	"context"
	"errors"

	"erba/analysis/forecast"
	"erba/analysis/funnel"
	"erba/analysis/purchase"
	"erba/analysis/sale"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Others are what boards stand on.
type Others struct {
	Deals    *opportunity.Service
	Visits   *visit.Service
	Contacts *interaction.Service
	Ledger   *ledger.Service
	Methods  *method.Service
}

// Service shows how deals flow.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of boards.
func NewService(d *db.DB, o Others) *Service { return &Service{o, d, kernel.Today} }

// The methods whose settings boards follow.
const (
	funnelling = "M30"
	levels     = "M29"
	statistics = "R03"
)

func (s *Service) funnel(tx *db.Tx) (funnel.Config, error) {
	cfg, _, err := method.Setting[funnel.Config](s.Methods, tx, funnelling)
	return cfg, err
}

func (s *Service) purchase(tx *db.Tx) (purchase.Config, error) {
	cfg, _, err := method.Setting[purchase.Config](s.Methods, tx, levels)
	return cfg, err
}

// shares is how many cases make a share, as the forecast says where the product has one.
func (s *Service) shares(tx *db.Tx) (forecast.Config, error) {
	cfg, _, err := method.Setting[forecast.Config](s.Methods, tx, statistics)
	if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Kind == kernel.KindMissing {
		return forecast.Default(), nil
	}
	return cfg, err
}

// sight is what every view begins with: the deals of a choice, as they stand today.
type sight struct {
	today    kernel.Date
	currency string
	steps    sale.Config
	funnel   funnel.Config
	all      []Card
}

func (s *Service) look(tx *db.Tx, w Which) (v sight, err error) {
	if v, err = s.settings(tx); err != nil {
		return v, err
	}
	v.all, err = cards(tx, w)
	v.stand()
	return v, err
}

// settings is a sight of nothing yet.
func (s *Service) settings(tx *db.Tx) (v sight, err error) {
	v.today = s.today()
	if v.steps, err = s.Deals.Config(tx); err != nil {
		return v, err
	}
	if v.funnel, err = s.funnel(tx); err != nil {
		return v, err
	}
	v.currency, err = s.Ledger.Currency(tx)
	return v, err
}

// stand says of every deal how it stands.
func (v *sight) stand() {
	type step struct{ process, stage string }
	at := map[step]sale.Stage{}
	for _, p := range v.steps.Processes {
		for _, one := range p.Stages {
			at[step{p.Key, one.Key}] = one
		}
	}
	for i := range v.all {
		c := &v.all[i]
		c.stand(at[step{c.Process, c.Stage}], v.today)
		c.Class = v.funnel.Class(c.Percent)
	}
}

// viewer is who asks.
func viewer(ctx context.Context) kernel.ID {
	v, _ := identity.From(ctx)
	return v.ID
}
