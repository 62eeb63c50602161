package privacy

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts privacy on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/privacy/requests", "privacy:read", s.getRequests)
	web.Post(r, "/privacy/requests", "privacy:handle", s.postRequest)
	web.Get(r, "/privacy/requests/{id}", "privacy:handle", s.getRequest)
	web.Put(r, "/privacy/requests/{id}/search", "privacy:handle", s.putSearch)
	web.Put(r, "/privacy/requests/{id}/records", "privacy:handle", s.putRecords)
	web.Get(r, "/privacy/requests/{id}/weight", "privacy:handle", s.getWeight)
	web.Put(r, "/privacy/requests/{id}/correction", "privacy:handle", s.putCorrection)
	web.Put(r, "/privacy/requests/{id}/withdrawal", "privacy:handle", s.putWithdrawal)
	web.Put(r, "/privacy/requests/{id}/closing", "privacy:handle", s.putClosing)
	web.Put(r, "/privacy/requests/{id}/erasure", "privacy:erase", web.Fresh(s.putErasure))
	web.Put(r, "/privacy/readmission", "privacy:erase", web.Fresh(s.putReadmission))
	web.Document(r, "/privacy/requests/{id}/package", "privacy:pack", web.Fresh(s.getPackage))

	web.Get(r, "/privacy/exports", "privacy:read", s.getExports)
	web.Put(r, "/privacy/exports/{id}", "privacy:handle", s.putExport)
	web.Get(r, "/privacy/settings", "privacy:read", s.getSettings)
	web.Put(r, "/privacy/settings", "privacy:handle", s.putSettings)
	web.Get(r, "/privacy/notice", "privacy:read", s.getNotice)
	web.Get(r, "/privacy/assessment", "privacy:read", s.getAssessment)
	web.Document(r, "/privacy/notice/file", "privacy:read", s.getNoticeFile)
	web.Document(r, "/privacy/assessment/file", "privacy:read", s.getAssessmentFile)
}

type getRequests struct {
	State string `query:"state" enum:"open,done,refused"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"100"`
}

func (s *Service) getRequests(ctx context.Context, in *getRequests) ([]Request, error) {
	return s.Requests(ctx, in.State, in.Limit)
}

type postRequest struct {
	Body struct {
		Kind     string      `json:"kind" enum:"copy,correct,erase,withdraw,explain"`
		Received kernel.Date `json:"received_on"`
		Channel  string      `json:"channel,omitempty"`
		Who      Who         `json:"who"`
	}
}

func (s *Service) postRequest(ctx context.Context, in *postRequest) (Request, error) {
	b := in.Body
	r, err := s.Ask(ctx, Request{Kind: b.Kind, Received: b.Received, Channel: b.Channel, Who: &b.Who})
	r.Who = nil // answers to a POST may be kept
	return r, err
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getRequest(ctx context.Context, in *byID) (Request, error) {
	return s.Request(ctx, in.ID)
}

func (s *Service) putSearch(ctx context.Context, in *byID) ([]Found, error) {
	return s.Search(ctx, in.ID)
}

func (s *Service) getWeight(ctx context.Context, in *byID) ([]Weight, error) {
	return s.Weigh(ctx, in.ID)
}

// versioned is a write to a request at the version that was seen.
type versioned[B any] struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body B
}

// Chosen are the records that are really his.
type Chosen struct {
	Records []Record `json:"records" maxItems:"100"`
}

func (s *Service) putRecords(ctx context.Context, in *versioned[Chosen]) (Request, error) {
	version, err := in.Replaces()
	if err != nil {
		return Request{}, err
	}
	return s.Choose(ctx, in.ID, version, in.Body.Records)
}

// Correction is a field of a record with what it should be.
type Correction struct {
	Record Record `json:"record"`
	Field  string `json:"field" enum:"name,title,department,phone,mail,wechat,mobile,private_wechat,birthday,home_city"`
	Value  string `json:"value"`
}

func (s *Service) putCorrection(ctx context.Context, in *versioned[Correction]) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Correct(ctx, in.ID, version, in.Body.Record, in.Body.Field, in.Body.Value)
}

func (s *Service) putWithdrawal(ctx context.Context, in *versioned[struct{}]) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Withdraw(ctx, in.ID, version)
}

// Closing is how a request ends.
type Closing struct {
	State  string `json:"state" enum:"done,refused"`
	Answer string `json:"answer" doc:"What he was told"`
}

func (s *Service) putClosing(ctx context.Context, in *versioned[Closing]) (Request, error) {
	version, err := in.Replaces()
	if err != nil {
		return Request{}, err
	}
	return s.Close(ctx, in.ID, version, in.Body.State, in.Body.Answer)
}

// Erasing names whom to forget once more.
type Erasing struct {
	Name string `json:"name"`
}

func (s *Service) putErasure(ctx context.Context, in *versioned[Erasing]) (Forgotten, error) {
	version, err := in.Replaces()
	if err != nil {
		return Forgotten{}, err
	}
	return s.Forget(ctx, in.ID, version, in.Body.Name)
}

type putReadmission struct{ Body Who }

// Readmitted is how many marks were lifted.
type Readmitted struct {
	Marks int64 `json:"marks"`
}

func (s *Service) putReadmission(ctx context.Context, in *putReadmission) (Readmitted, error) {
	n, err := s.Readmit(ctx, in.Body)
	return Readmitted{n}, err
}

type getExports struct {
	Before kernel.ID `query:"before" doc:"The last one before"`
	Limit  int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getExports(ctx context.Context, in *getExports) ([]Export, error) {
	return s.Exports(ctx, in.Before, in.Limit)
}

// Receiver is who has a file now.
type Receiver struct {
	Recipient string `json:"recipient"`
	Purpose   string `json:"purpose"`
}

func (s *Service) putExport(ctx context.Context, in *versioned[Receiver]) (Export, error) {
	version, err := in.Replaces()
	if err != nil {
		return Export{}, err
	}
	return s.Receive(ctx, Export{ID: in.ID, Version: version, Recipient: in.Body.Recipient, Purpose: in.Body.Purpose})
}

func (s *Service) getSettings(ctx context.Context, _ *struct{}) (Settings, error) {
	return s.Settings(ctx)
}

type putSettings struct {
	web.Match
	Body Settings
}

func (s *Service) putSettings(ctx context.Context, in *putSettings) (Settings, error) {
	version, err := in.Replaces()
	if err != nil {
		return Settings{}, err
	}
	in.Body.Version = version
	return s.Name(ctx, in.Body)
}
