package bundle

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

func (s *Service) getSharings(ctx context.Context, _ *struct{}) (Sharings, error) {
	return s.Sharings(ctx)
}

// Terms are what somebody wants to agree on with a partner.
type Terms struct {
	Partner kernel.ID   `json:"partner"`
	Purpose string      `json:"purpose" maxLength:"500"`
	Fields  []string    `json:"fields"  minItems:"1" maxItems:"6" enum:"code,name,region,city,industry,employees"`
	Basis   string      `json:"basis"   maxLength:"200"`
	From    kernel.Date `json:"from"`
	Until   kernel.Date `json:"until"`
}

type postAgreement struct{ Body Terms }

func (s *Service) postAgreement(ctx context.Context, in *postAgreement) (Agreement, error) {
	b := in.Body
	return s.Agree(ctx, Agreement{Partner: b.Partner, Purpose: b.Purpose, Fields: b.Fields, Basis: b.Basis, From: b.From, Until: b.Until})
}

type deleteAgreement struct {
	ID kernel.ID `path:"agreement"`
	web.Match
}

func (s *Service) deleteAgreement(ctx context.Context, in *deleteAgreement) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.End(ctx, in.ID, version)
}

// Chosen says of which customers a partner is to be told.
type Chosen struct {
	Region   string `json:"region"   maxLength:"60" doc:"Empty: of all"`
	Industry string `json:"industry" maxLength:"60" doc:"Empty: of all"`
}

type postList struct {
	ID   kernel.ID `path:"agreement"`
	Body Chosen
}

func (s *Service) postList(ctx context.Context, in *postList) (List, error) {
	return s.Share(ctx, Choice{in.ID, in.Body.Region, in.Body.Industry})
}

type getListed struct {
	ID kernel.ID `path:"list"`
	OfFormat
}

func (s *Service) getList(ctx context.Context, in *getListed) (export.Table, error) {
	columns, rows, err := s.Listed(ctx, in.ID)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "customers", in.Format, columns, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getConsents(ctx context.Context, in *ofAccount) ([]Consent, error) {
	return s.Consents(ctx, in.Account)
}

// Given is that a customer agreed.
type Given struct {
	Partner kernel.ID   `json:"partner"`
	Given   kernel.Date `json:"given"`
	Until   kernel.Date `json:"until"`
	Proof   string      `json:"proof" maxLength:"200" doc:"Where it is written"`
}

type postConsent struct {
	Account kernel.ID `path:"account"`
	Body    Given
}

func (s *Service) postConsent(ctx context.Context, in *postConsent) (Consent, error) {
	b := in.Body
	return s.Consent(ctx, Consent{Account: in.Account, Partner: b.Partner, Given: b.Given, Until: b.Until, Proof: b.Proof})
}

type deleteConsent struct {
	Account kernel.ID `path:"account"`
	ID      kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteConsent(ctx context.Context, in *deleteConsent) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Withdraw(ctx, in.Account, in.ID, version)
}
