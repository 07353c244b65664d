export const jwt = `
jwt	JWT	JSON Web Token (signed)	block	likely	-	jwt	-	https://www.rfc-editor.org/rfc/rfc7519	"eyJ" [A-Za-z0-9_-]{12,1000} "." "eyJ" [A-Za-z0-9_-]{6,2000} "." [A-Za-z0-9_-]{10,700}
`;
