package method

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/model"
)

// Service is what others may ask of the methods.
type Service struct {
	db        *db.DB
	events    *event.Bus
	models    model.Registry
	approvals *approval.Service
	simulates map[string]Simulates
	tests     map[string]BackTests
	explains  map[string]Explains
	now       func() time.Time
}

// NewService returns the service of the declared methods.
func NewService(d *db.DB, events *event.Bus, models model.Registry, approvals *approval.Service) *Service {
	return &Service{db: d, events: events, models: models, approvals: approvals,
		simulates: map[string]Simulates{}, tests: map[string]BackTests{}, explains: map[string]Explains{}, now: time.Now}
}

// Changed says that another version of a method was approved, and from when on it holds.
type Changed struct {
	Model     string
	Effective kernel.Date
}

// Revision is one number over the settings of all methods: another one, another
// configuration of some method. It changes, too, on the day on which something
// comes into force that was decided before.
func (s *Service) Revision(tx *db.Tx) (int64, error) {
	n, err := begun(tx, s.today())
	return initial + n, err
}

// Setting is the configuration of a method that is in force today, and its version.
func Setting[C model.Config](s *Service, tx *db.Tx, id string) (config C, version int64, err error) {
	found, version, err := s.InForce(tx, id)
	if err != nil {
		return config, 0, err
	}
	config, ok := found.(C)
	if !ok {
		return config, 0, fmt.Errorf("method: the configuration of %s is a %T", id, found)
	}
	return config, version, nil
}

// InForce is Setting for who knows the type only later.
func (s *Service) InForce(tx *db.Tx, id string) (model.Config, int64, error) {
	m, err := s.models.Find(id)
	if err != nil {
		return nil, 0, err
	}
	all, err := versions(tx, id)
	if err != nil {
		return nil, 0, err
	}
	version := numberAt(all, holding(all, s.today()))
	config, err := configOf(m, all, version)
	return config, version, err
}

// numberAt is the number of one of the versions; of −1, that of the default.
func numberAt(all []Version, at int) int64 {
	if at < 0 {
		return initial
	}
	return all[at].Number
}

// configOf is the configuration of a version.
func configOf(m model.Model, all []Version, number int64) (model.Config, error) {
	if number == initial {
		return m.Config, nil
	}
	at := slices.IndexFunc(all, func(v Version) bool { return v.Number == number })
	if at < 0 {
		return nil, kernel.Missing("db.missing")
	}
	return m.Decode([]byte(all[at].Raw))
}

func (s *Service) today() kernel.Date { return kernel.DayOf(s.now()) }

// author is who is at work, and the name that is shown.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// written is a configuration as JSON; null for a method without one.
func written(c model.Config) (json.RawMessage, error) { return json.Marshal(c) }
