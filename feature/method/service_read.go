package method

import (
	"context"
	"encoding/json"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/model"
)

// Listed is a method in the list.
type Listed struct {
	ID           string           `json:"id"         doc:"Such as M25"`
	Name         string           `json:"name"       doc:"Text key"`
	Group        string           `json:"group"      doc:"Text key of its chapter"`
	Kind         model.Kind       `json:"kind"       enum:"scorecard,grid,bands,ladder,checklist,other"`
	Confidence   model.Confidence `json:"confidence" enum:"high,medium,low" doc:"low: our own implementation"`
	Configurable bool             `json:"configurable" doc:"There is something to decide about it"`
	Version      int64            `json:"version"    doc:"In force; 1: the default"`
	Since        kernel.Date      `json:"since,omitzero" doc:"Since when that version holds; absent: ever"`
	Coming       *Version         `json:"coming,omitempty" doc:"The next version, decided and not in force yet"`
	Draft        *Draft           `json:"draft,omitempty"`
	Used         []string         `json:"used"       doc:"Text keys of where its result is used"`
}

// Detail is all that a screen needs to show a method and to change its configuration.
type Detail struct {
	Listed
	Question  string          `json:"question" doc:"Text key: what it answers"`
	Formula   string          `json:"formula"  doc:"Text key"`
	Source    string          `json:"source"   doc:"Text key"`
	Form      []model.Field   `json:"form"     doc:"The fields of its configuration, in their order"`
	Config    json.RawMessage `json:"config"   doc:"In force; null: nothing to configure"`
	Default   json.RawMessage `json:"default"`
	Base      int64           `json:"base"     doc:"The version to make a draft from: the last one, in force or not"`
	Examples  []Example       `json:"examples"`
	Simulates bool            `json:"simulates"  doc:"A draft can be simulated"`
	BackTests bool            `json:"back_tests" doc:"A draft can be tested on the past"`
	Explains  bool            `json:"explains"   doc:"A draft can be tried on one account"`
}

// Revision is the version of the draft, which a change must name to replace it.
func (d Detail) Revision() int64 {
	if d.Draft == nil {
		return 0
	}
	return d.Draft.Version
}

// Example is a worked example and what it gives just now.
type Example struct {
	Name   string `json:"name"   doc:"Text key"`
	Input  any    `json:"input"`
	Result any    `json:"result"`
	Want   any    `json:"want"   doc:"What the specification says it gives"`
	Holds  bool   `json:"holds"  doc:"The result is that"`
}

// List returns all methods in the order of their ids.
func (s *Service) List(ctx context.Context) (all []Listed, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		decided, err := versions(tx, "")
		if err != nil {
			return err
		}
		working, err := drafts(tx)
		if err != nil {
			return err
		}
		for _, m := range s.models {
			one, err := s.listed(tx, m, of(decided, m), working)
			if err != nil {
				return err
			}
			all = append(all, one)
		}
		return nil
	})
	return all, err
}

// of are the versions of one method.
func of(all []Version, m model.Model) []Version {
	return slices.DeleteFunc(slices.Clone(all), func(v Version) bool { return v.Model != m.ID })
}

func (s *Service) listed(tx *db.Tx, m model.Model, all []Version, working []Draft) (Listed, error) {
	l := Listed{ID: m.ID, Name: m.Text("name"), Group: m.Chapter(), Kind: m.Kind, Confidence: m.Confidence,
		Configurable: m.Config != nil, Version: initial, Used: m.Used}
	dated(all, s.today())
	for i, v := range all {
		all[i].Config = []byte(v.Raw)
		switch {
		case v.State == InForce:
			l.Version, l.Since = v.Number, v.Effective
		case v.State == Coming:
			l.Coming = &all[i]
		}
	}
	at := slices.IndexFunc(working, func(d Draft) bool { return d.Model == m.ID })
	if at < 0 {
		return l, nil
	}
	d, err := shown(m, all, working[at])
	if err == nil {
		d.Proposal, err = s.approvals.Open(tx, changing.Name, d.ID)
	}
	l.Draft = &d
	return l, err
}

// Find returns one method with its form, its settings and its examples.
func (s *Service) Find(ctx context.Context, id string) (d Detail, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return d, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := versions(tx, id)
		if err != nil {
			return err
		}
		working, err := drafts(tx)
		if err != nil {
			return err
		}
		if d.Listed, err = s.listed(tx, m, all, working); err != nil {
			return err
		}
		d.Base = latest(all)
		config, err := configOf(m, all, d.Version)
		if err == nil {
			d.Config, err = written(config)
		}
		return err
	})
	if err != nil {
		return d, err
	}
	return s.described(m, d)
}

// described adds what is known without the database.
func (s *Service) described(m model.Model, d Detail) (_ Detail, err error) {
	d.Question, d.Formula, d.Source, d.Form = m.Text("question"), m.Text("formula"), m.Text("source"), m.Form()
	_, d.Simulates = s.simulates[m.ID]
	_, d.BackTests = s.tests[m.ID]
	_, d.Explains = s.explains[m.ID]
	if d.Default, err = written(m.Config); err != nil {
		return d, err
	}
	d.Examples, err = examples(m)
	return d, err
}

// examples are worked out just now.
func examples(m model.Model) (all []Example, err error) {
	for _, e := range m.Examples {
		result, err := e.Run()
		if err != nil {
			return nil, err
		}
		all = append(all, Example{e.Name, e.Input, result, e.Want, e.Holds(result)})
	}
	return all, nil
}

// History returns the versions of a method, the last one decided first and the
// default at the end.
func (s *Service) History(ctx context.Context, id string) (all []Version, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = versions(tx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	usual, err := written(m.Config)
	if err != nil {
		return nil, err
	}
	all = append([]Version{{Model: id, Number: initial, Raw: string(usual)}}, all...)
	dated(all, s.today())
	for i := range all {
		all[i].Config = []byte(all[i].Raw)
	}
	slices.Reverse(all)
	return all, nil
}

// Comparison is how one version of a method differs from another.
type Comparison struct {
	From    int64              `json:"from"`
	To      int64              `json:"to" doc:"0: the draft"`
	Changes []model.Difference `json:"changes"`
}

// Compare returns the places at which two versions of a method differ; 0 is its draft.
func (s *Service) Compare(ctx context.Context, id string, from, to int64) (c Comparison, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return c, err
	}
	if m.Config == nil {
		return Comparison{from, to, []model.Difference{}}, nil
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := versions(tx, id)
		if err != nil {
			return err
		}
		was, err := s.either(tx, m, all, from)
		if err != nil {
			return err
		}
		is, err := s.either(tx, m, all, to)
		if err == nil {
			c = Comparison{from, to, model.Differences(was, is)}
		}
		return err
	})
	return c, err
}

// either is the configuration of a version, or of the draft.
func (s *Service) either(tx *db.Tx, m model.Model, all []Version, number int64) (model.Config, error) {
	if number != 0 {
		return configOf(m, all, number)
	}
	d, err := draftOf(tx, m.ID)
	if err != nil {
		return nil, err
	}
	if d.Version == 0 {
		return nil, kernel.Missing("db.missing")
	}
	return m.Decode([]byte(d.Raw))
}
