package importing

import (
	"context"
	"encoding/json"
	"errors"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// begun are the settings to begin with.
func (s *Service) begun(ctx context.Context, kind, name string) (o Settings, err error) {
	o.Kind = kind
	if err := allowed(ctx, kind); err != nil || name == "" {
		return o, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		p, err := findProfile(tx, name)
		if err == nil {
			err = json.Unmarshal([]byte(p.Settings), &o)
		}
		return err
	})
	if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Kind == kernel.KindMissing {
		err = kernel.Missing("importing.no_profile", "name", name)
	}
	if err == nil && o.Kind != kind {
		err = kernel.Invalid("importing.other_kind", "name", name)
	}
	return o, err
}

// keepProfile keeps the settings under their name once they are used.
func (s *Service) keepProfile(tx *db.Tx, o Settings, state string) error {
	if o.Profile == "" || state != Booking {
		return nil
	}
	return errors.Join(saveProfile(tx, profile{o.Profile, o.Kind, written(o)}),
		audit.Note(tx, "import.profile_saved", "import_profile", kernel.ID{}, o.Profile))
}

// Profiles lists the settings kept for files of a kind, "" for all.
func (s *Service) Profiles(ctx context.Context, kind string) ([]Profile, error) {
	var found []profile
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		found, err = profiles(tx, kind)
		return err
	})
	all := make([]Profile, len(found))
	for i, p := range found {
		all[i].Name = p.Name
		err = errors.Join(err, json.Unmarshal([]byte(p.Settings), &all[i].Settings))
	}
	return all, err
}

// DropProfile forgets settings.
func (s *Service) DropProfile(ctx context.Context, name string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := findProfile(tx, name); err != nil {
			return err
		}
		return errors.Join(dropProfile(tx, name), audit.Note(tx, "import.profile_dropped", "import_profile", kernel.ID{}, name))
	})
}
