package privacy

import (
	"context"
	"slices"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Taken notes that somebody takes a file along, where nothing is counted.
func (s *Service) Taken(ctx context.Context, l export.Leaving) error {
	return s.db.Write(ctx, func(tx *db.Tx) error { return s.Register(tx, l, kernel.ID{}) })
}

// Register notes that the viewer takes a file along, and by which permit if he
// needed one.
func (s *Service) Register(tx *db.Tx, l export.Leaving, permit kernel.ID) error {
	v, _ := identity.From(tx.Context())
	e := Export{ID: kernel.NewID(), At: time.Now().UnixMicro(), Actor: v.Actor(), User: v.Accountable(), Route: strings.TrimPrefix(l.Path, "/api"), File: l.File,
		Rows: l.Rows, Permit: permit, Version: 1}
	if err := insertExport(tx, e); err != nil {
		return err
	}
	return audit.Seen(tx, "privacy.exported", "export", e.ID,
		map[string]any{"route": e.Route, "file": e.File, "rows": e.Rows, "permit": permit})
}

// TakenBy is what somebody took along since an instant by himself: without what
// a second person agreed to.
func (s *Service) TakenBy(tx *db.Tx, user kernel.ID, since time.Time) ([]Taking, error) {
	return takings(tx, user, since.UnixMicro())
}

// Exports are the files that were taken along, the latest first.
func (s *Service) Exports(ctx context.Context, before kernel.ID, limit int) (all []Export, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = exports(tx, before, limit)
		return err
	})
	return all, err
}

// Receive says who has a file now, and what for.
func (s *Service) Receive(ctx context.Context, e Export) (Export, error) {
	e.Recipient, e.Purpose = strings.TrimSpace(e.Recipient), strings.TrimSpace(e.Purpose)
	if len([]rune(e.Recipient)) > longest || len([]rune(e.Purpose)) > longest {
		return e, kernel.Invalid("privacy.too_long", "max", longest)
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := replaceExport(tx, e); err != nil {
			return err
		}
		if err := audit.Note(tx, "privacy.received", "export", e.ID, map[string]string{"recipient": e.Recipient, "purpose": e.Purpose}); err != nil {
			return err
		}
		var err error
		e, err = findExport(tx, e.ID)
		return err
	})
	return e, err
}

// Settings say who is responsible.
func (s *Service) Settings(ctx context.Context) (one Settings, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		one, err = settings(tx)
		return err
	})
	return one, err
}

// Name says who is responsible.
func (s *Service) Name(ctx context.Context, one Settings) (Settings, error) {
	for _, text := range []*string{&one.Company, &one.Officer, &one.Reach} {
		if *text = strings.TrimSpace(*text); len([]rune(*text)) > longest {
			return one, kernel.Invalid("privacy.too_long", "max", longest)
		}
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := settings(tx)
		if err != nil {
			return err
		}
		if err := saveSettings(tx, one); err != nil {
			return err
		}
		return audit.Changed(tx, "privacy.named", "privacy_settings", kernel.ID{}, old, one)
	})
	one.Version++
	return one, err
}

// Inventory is all that is kept of people, feature by feature.
func (s *Service) Inventory() (all []Field) {
	for _, k := range s.keepers {
		all = append(all, k.Inventory()...)
	}
	return all
}

// outside is what is kept of people who are not users of the program: to them
// the notice is addressed.
func (s *Service) outside() []Field {
	own := staff{}.Inventory()
	return slices.DeleteFunc(s.Inventory(), func(f Field) bool { return slices.Contains(own, f) })
}

// State is how things stand, for the assessment.
type State struct {
	Settings Settings `json:"settings"`
	Open     int      `json:"open"`
	Late     int      `json:"late"`
	Erased   int      `json:"erased"`
	Exports  int      `json:"exports" doc:"In twelve months"`
	Sealed   bool     `json:"sealed" doc:"The keys are there"`
}

// State counts.
func (s *Service) State(ctx context.Context) (st State, err error) {
	now := time.Now()
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if st.Settings, err = settings(tx); err != nil {
			return err
		}
		t, err := overdue(tx, kernel.DayOf(now))
		if err != nil {
			return err
		}
		gone, err := erasures(tx)
		if err != nil {
			return err
		}
		st.Open, st.Late, st.Erased, st.Sealed = t.Open, t.Late, len(gone), s.vault.Lost() == nil
		st.Exports, err = exportsSince(tx, now.AddDate(-1, 0, 0).UnixMicro())
		return err
	})
	return st, err
}
