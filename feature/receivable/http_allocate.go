package receivable

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// allocating are the routes by which is said what pays what, and those of statements of account.
func (s *Service) allocating(r *web.Router) {
	web.Get(r, "/accounts/{account}/receivables/documents/{id}/proposal", "receivable:write", s.getProposal)
	web.Post(r, "/accounts/{account}/receivables/documents/{id}/allocation", "receivable:write", s.postAllocation)
	web.Post(r, "/accounts/{account}/receivables/documents/{id}/allocation/undo", "receivable:write", s.postUncorrect)
	web.Get(r, "/accounts/{account}/receivables/statement", "receivable:read", s.getExtract)
	web.Download(r, "/accounts/{account}/receivables/statement/export", "receivable:export", s.exportExtract)
}

type getProposal struct {
	Account kernel.ID `path:"account" row:"account"`
	ID      kernel.ID `path:"id"`
}

func (s *Service) getProposal(ctx context.Context, in *getProposal) (Proposal, error) {
	return s.Propose(ctx, in.Account, in.ID)
}

// Share is so much of a paper for a claim.
type Share struct {
	To     kernel.ID `json:"to"`
	Amount int64     `json:"amount" minimum:"1" maximum:"100000000000"`
}

type postAllocation struct {
	Account kernel.ID `path:"account" row:"account"`
	ID      kernel.ID `path:"id"`
	Body    struct {
		Shares []Share `json:"shares" maxItems:"500" doc:"None: leave it to number and order again"`
	}
}

func (s *Service) postAllocation(ctx context.Context, in *postAllocation) (struct{}, error) {
	parts := make([]Part, len(in.Body.Shares))
	for i, share := range in.Body.Shares {
		parts[i] = Part{To: share.To, Amount: share.Amount}
	}
	return struct{}{}, s.Correct(ctx, in.Account, in.ID, parts)
}

type postUncorrect struct {
	Account kernel.ID `path:"account" row:"account"`
	ID      kernel.ID `path:"id"`
}

func (s *Service) postUncorrect(ctx context.Context, in *postUncorrect) (struct{}, error) {
	return struct{}{}, s.Uncorrect(ctx, in.Account, in.ID)
}

// Days are the days of a statement, both included.
type Days struct {
	From  kernel.Date `query:"from"  doc:"Empty: three months before the last day"`
	Until kernel.Date `query:"until" doc:"Empty: today"`
}

type getExtract struct {
	Account kernel.ID `path:"account" row:"account"`
	Days
}

func (s *Service) getExtract(ctx context.Context, in *getExtract) (*Extract, error) {
	return s.Extract(ctx, in.Account, in.From, in.Until)
}

type exportExtract struct {
	Account kernel.ID `path:"account"`
	Days
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportExtract(ctx context.Context, in *exportExtract) (export.Table, error) {
	e, err := s.Extract(ctx, in.Account, in.From, in.Until)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "statement", in.Format, Stated, e.Rows(func(key string) string { return text.Say(ctx, key, nil) }))
	t.Population = s.Booked
	return t, nil
}
