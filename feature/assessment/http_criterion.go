package assessment

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

func (s *Service) getCriteria(ctx context.Context, in *OfDeal) (Criteria, error) {
	return s.Criteria(ctx, in.Deal)
}

// Weighing is what somebody says of a criterion.
type Weighing struct {
	Name      string      `json:"name"      maxLength:"80"`
	Formal    bool        `json:"formal"`
	Mandatory bool        `json:"mandatory"`
	Milestone string      `json:"milestone,omitempty" maxLength:"80"`
	Note      string      `json:"note,omitempty"      maxLength:"300"`
	Caring    []kernel.ID `json:"caring"    maxItems:"30" doc:"Contacts"`
	Fits      []Meeting   `json:"fits"      maxItems:"20"`
}

// Meeting is how somebody meets it.
type Meeting struct {
	Rival kernel.ID `json:"rival,omitzero" doc:"Empty: us"`
	Fit   string    `json:"fit" enum:"better,same,worse,unmet"`
}

func (w Weighing) criterion() Criterion {
	c := Criterion{Name: w.Name, Formal: w.Formal, Mandatory: w.Mandatory, Milestone: w.Milestone, Note: w.Note}
	for _, id := range w.Caring {
		c.Caring = append(c.Caring, Caring{Contact: id})
	}
	for _, m := range w.Fits {
		c.Fits = append(c.Fits, Fit{Rival: m.Rival, Fit: m.Fit})
	}
	return c
}

type postCriterion struct {
	OfDeal
	Body Weighing
}

func (s *Service) postCriterion(ctx context.Context, in *postCriterion) (Criterion, error) {
	c := in.Body.criterion()
	c.Deal = in.Deal
	return s.Weigh(ctx, c)
}

// OfCriterion names a criterion at the version that was read.
type OfCriterion struct {
	OfDeal
	ID kernel.ID `path:"id"`
	web.Match
}

type putCriterion struct {
	OfCriterion
	Body Weighing
}

func (s *Service) putCriterion(ctx context.Context, in *putCriterion) (Criterion, error) {
	version, err := in.Replaces()
	if err != nil {
		return Criterion{}, err
	}
	c := in.Body.criterion()
	c.Deal, c.ID, c.Version = in.Deal, in.ID, version
	return s.Weigh(ctx, c)
}

type deleteCriterion struct{ OfCriterion }

func (s *Service) deleteCriterion(ctx context.Context, in *deleteCriterion) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Forget(ctx, in.Deal, in.ID, version)
}

type exportCriteria struct {
	OfDeal
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportCriteria(ctx context.Context, in *exportCriteria) (export.Table, error) {
	rows, err := s.CriterionRows(ctx, in.Deal, saying(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "criteria", in.Format, Criterial, rows)
	t.Population = s.Population
	return t, nil
}
