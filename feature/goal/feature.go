package goal

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what goal brings to the product.
var Feature = app.Feature{
	Name:  "goal",
	Files: files,
	Start: func(*app.Kit) {},
}
