# Certificates and the rules of the server that `connect` tests speak to. Runs in the server's folder.
cd "$DIR"
authority() { # name
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.crt" -days 2 -subj "/CN=$1" -addext keyUsage=critical,keyCertSign,cRLSign
}
issue() { # name, common name, extensions, key options
  name=$1 common=$2 extensions=$3; shift 3
  openssl req "$@" -nodes -keyout "$name.key" -out "$name.csr" -subj "/CN=$common"
  printf '%s\n' "$extensions" >extensions
  openssl x509 -req -in "$name.csr" -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 -out "$name.crt" -extfile extensions
}
ec='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1'
authority authority
authority stranger
issue named someone subjectAltName=DNS:localhost,DNS:db.test $ec
issue address someone subjectAltName=IP:127.0.0.1 $ec
issue common localhost basicConstraints=CA:FALSE $ec
issue elsewhere someone subjectAltName=DNS:elsewhere.test $ec
issue revoked someone subjectAltName=DNS:localhost $ec
issue certified certified basicConstraints=CA:FALSE -newkey rsa:2048
issue curved certified basicConstraints=CA:FALSE $ec
# As PostgreSQL's manual has them made: no extensions at all, which older tools write as version 1.
openssl req $ec -nodes -keyout plain.key -out plain.csr -subj /CN=localhost
openssl x509 -req -in plain.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 -out plain.crt
openssl req -x509 $ec -nodes -keyout own.key -out own.crt -days 2 -subj /CN=localhost
openssl rsa -in certified.key -out pkcs1.key -traditional
openssl ec -in curved.key -out sec1.key
openssl rsa -in certified.key -out encrypted.key -aes128 -passout pass:geheim
openssl rsa -in certified.key -outform DER -out der.key
: >index.txt
echo 01 >crlnumber
cat >ca.conf <<CONF
[ca]
default_ca = a
[a]
database = index.txt
new_certs_dir = .
rand_serial = yes
crlnumber = crlnumber
default_md = sha256
default_crl_days = 2
policy = p
[p]
commonName = supplied
CONF
openssl req $ec -nodes -keyout past.key -out past.csr -subj /CN=past
echo subjectAltName=DNS:localhost >extensions
openssl ca -batch -notext -config ca.conf -keyfile authority.key -cert authority.crt -in past.csr -out past.crt \
  -extfile extensions -startdate 20200101000000Z -enddate 20200102000000Z
openssl ca -config ca.conf -keyfile authority.key -cert authority.crt -revoke revoked.crt
openssl ca -config ca.conf -keyfile authority.key -cert authority.crt -gencrl -out list.crl
chmod 600 ./*.key
cp certified.key open.key && chmod 644 open.key
cat >data/pg_hba.conf <<RULES
local all postgres trust
local replication postgres trust
hostssl all certified 127.0.0.1/32 cert
hostssl all encrypted_only 127.0.0.1/32 scram-sha-256
hostnossl all clear_only 127.0.0.1/32 scram-sha-256
host all of_md5 127.0.0.1/32 md5
host all of_password 127.0.0.1/32 password
host all app 127.0.0.1/32 scram-sha-256
host all reader 127.0.0.1/32 scram-sha-256
RULES
