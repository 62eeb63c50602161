package coverage

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

func (s *Service) getTrials(ctx context.Context, _ *struct{}) (Trials, error) { return s.Trials(ctx) }

type postCoverageTrial struct {
	Body struct {
		Name    string `json:"name"              minLength:"1" maxLength:"60"`
		Suggest bool   `json:"suggest,omitempty" doc:"Begin with what the method suggests"`
	}
}

func (s *Service) postTrial(ctx context.Context, in *postCoverageTrial) (Trying, error) {
	return s.Try(ctx, in.Body.Name, in.Body.Suggest)
}

type byTrial struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getTrial(ctx context.Context, in *byTrial) (Trying, error) {
	return s.Trial(ctx, in.ID)
}

// changing names a trial that somebody has read.
type changing struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteTrial(ctx context.Context, in *changing) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type putCoverageMove struct {
	ID      kernel.ID `path:"id"`
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		To kernel.ID `json:"to"`
	}
}

func (s *Service) putMove(ctx context.Context, in *putCoverageMove) (Trying, error) {
	version, err := in.Replaces()
	if err != nil {
		return Trying{}, err
	}
	return s.Put(ctx, in.ID, version, in.Account, in.Body.To)
}

type deleteMove struct {
	ID      kernel.ID `path:"id"`
	Account kernel.ID `path:"account"`
	web.Match
}

func (s *Service) deleteMove(ctx context.Context, in *deleteMove) (Trying, error) {
	version, err := in.Replaces()
	if err != nil {
		return Trying{}, err
	}
	return s.Take(ctx, in.ID, version, in.Account)
}

func (s *Service) postSuggest(ctx context.Context, in *changing) (Trying, error) {
	version, err := in.Replaces()
	if err != nil {
		return Trying{}, err
	}
	return s.Suggest(ctx, in.ID, version)
}

type postCoverageApply struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		On kernel.Date `json:"on,omitempty" doc:"On which accounts change hands; empty: today"`
	}
}

func (s *Service) postApply(ctx context.Context, in *postCoverageApply) (Trying, error) {
	version, err := in.Replaces()
	if err != nil {
		return Trying{}, err
	}
	return s.Apply(ctx, in.ID, version, in.Body.On)
}

func (s *Service) postUndo(ctx context.Context, in *changing) (Trying, error) {
	version, err := in.Replaces()
	if err != nil {
		return Trying{}, err
	}
	return s.Undo(ctx, in.ID, version)
}
