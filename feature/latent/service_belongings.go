package latent

import (
	"erba/feature/account"
	"erba/kernel"
)

// belongings are the decisions about an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "latent_declined", Columns: "k.id", Reason: "latent.decided_on", Bring: bring}
