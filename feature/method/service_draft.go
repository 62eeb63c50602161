package method

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/model"
)

// Save writes a draft over the version of it that its author has seen, 0 for the
// first one. It is made from a version of the method, which must still be the last.
func (s *Service) Save(ctx context.Context, id string, version, base int64, raw []byte) (d Draft, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return d, err
	}
	config, err := given(m, raw)
	if err != nil {
		return d, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.seen(tx, m, version)
		if err != nil {
			return err
		}
		all, err := upon(tx, m, base)
		if err != nil {
			return err
		}
		d, err = s.save(tx, m, all, old, base, config)
		return err
	})
	return d, err
}

// given is a configuration that somebody has sent, under that name.
func given(m model.Model, raw []byte) (model.Config, error) {
	config, err := m.Decode(raw)
	return config, kernel.Within("config", err)
}

// seen is the version of a method's draft that somebody has seen, if it may be changed.
func (s *Service) seen(tx *db.Tx, m model.Model, version int64) (Draft, error) {
	d, err := draftOf(tx, m.ID)
	switch {
	case err != nil || version == 0 && d.Version == 0:
		return d, err
	case d.Version != version:
		return d, kernel.Stale("db.stale")
	}
	proposal, err := s.approvals.Open(tx, changing.Name, d.ID)
	if err == nil && !proposal.IsZero() {
		err = kernel.Refused("method.under_approval")
	}
	return d, err
}

// upon are the versions of a method, if the last one is still the base of a draft.
func upon(tx *db.Tx, m model.Model, base int64) ([]Version, error) {
	all, err := versions(tx, m.ID)
	if err == nil && latest(all) != base {
		err = kernel.Stale("method.stale_base", "version", latest(all))
	}
	return all, err
}

func (s *Service) save(tx *db.Tx, m model.Model, all []Version, old Draft, base int64, config model.Config) (Draft, error) {
	raw, err := written(config)
	if err != nil {
		return old, err
	}
	d := old
	d.Base, d.Raw, d.Saved = base, string(raw), s.now().UnixMicro()
	d.AuthorID, d.Author = author(tx.Context())
	if old.Version == 0 {
		d.ID, d.Version = kernel.NewID(), 1
		err = addDraft(tx, d)
	} else {
		err = replaceDraft(tx, d)
		d.Version++
	}
	if err != nil {
		return d, err
	}
	if err := s.note(tx, "method.drafted", m, all, old, d); err != nil {
		return d, err
	}
	return shown(m, all, d)
}

// shown is a draft with its configuration and how far that is from its base.
func shown(m model.Model, all []Version, d Draft) (Draft, error) {
	d.Config = []byte(d.Raw)
	base, err := configOf(m, all, d.Base)
	if err != nil {
		return d, err
	}
	config, err := m.Decode([]byte(d.Raw))
	if err == nil {
		d.Changes = len(model.Differences(base, config))
	}
	return d, err
}

// facts are what the audit remembers: of a configuration only where it differs
// from the one before.
type facts struct {
	Model     string         `json:"model"`
	Version   int64          `json:"version"`
	Values    map[string]any `json:"values"`
	Reason    string         `json:"reason"`
	Effective kernel.Date    `json:"effective"`
}

// differing are the facts of two configurations of a method.
func differing(was, is model.Config) (before, after facts) {
	before.Values, after.Values = map[string]any{}, map[string]any{}
	for _, d := range model.Differences(was, is) {
		before.Values[d.Path], after.Values[d.Path] = d.Was, d.Is
	}
	return before, after
}

// note remembers what became of a draft, compared with the draft before, or with
// its base if it is the first.
func (s *Service) note(tx *db.Tx, verb string, m model.Model, all []Version, old, d Draft) error {
	was, err := configOf(m, all, d.Base)
	if err == nil && old.Version > 0 {
		was, err = m.Decode([]byte(old.Raw))
	}
	if err != nil {
		return err
	}
	is, err := m.Decode([]byte(d.Raw))
	if err != nil {
		return err
	}
	before, after := differing(was, is)
	after.Model, after.Version = m.ID, d.Base
	return audit.Changed(tx, verb, "method", d.ID, before, after)
}

// Drop throws the version of a draft away that somebody has seen.
func (s *Service) Drop(ctx context.Context, id string, version int64) error {
	m, err := s.models.Find(id)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.seen(tx, m, version)
		if err != nil {
			return err
		}
		if d.Version == 0 {
			return kernel.Missing("db.missing")
		}
		if err := dropDraft(tx, d); err != nil {
			return err
		}
		return audit.Note(tx, "method.dropped", "method", d.ID, map[string]any{"model": m.ID, "base": d.Base})
	})
}
