package lifetime

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what lifetime brings to the product.
var Feature = app.Feature{
	Name:  "lifetime",
	Files: files,
	Start: func(*app.Kit) {},
}
